// The frame says which copy it shows after a link was followed in it; the page of that copy says what it is.
"use strict";
const frame = document.querySelector("iframe");
addEventListener("message", (event) => {
  const place = event.source === frame.contentWindow && event.data && event.data.ibid;
  if (typeof place === "string" && /^\/replay\/\d{14}\//.test(place) && place !== frame.dataset.place) {
    location.replace(place);
  }
});
