// Reads .warc.gz files with nothing but Node itself: gzip members, records, header and payload are taken apart here and
// every digest is computed anew. One JSON object a record on standard output; exit code 1 and a sentence on standard
// error for whatever does not agree.
//
//   node recompute-digests.mjs FILE...
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync, inflateRawSync } from "node:zlib";

const END = Buffer.from("\r\n\r\n");
const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;
const payloads = new Set();
let faults = 0;

/** Offset and content of each gzip member (RFC 1952); a member with optional header fields is not expected. */
function* members(bytes) {
  for (let offset = 0; offset < bytes.length; ) {
    const magic = bytes.subarray(offset, offset + 4).toString("hex");
    if (magic !== "1f8b0800") {
      throw new Error(`no plain gzip member at offset ${offset}, but ${magic}`);
    }
    const { engine } = inflateRawSync(bytes.subarray(offset + GZIP_HEADER), { info: true });
    const end = offset + GZIP_HEADER + engine.bytesWritten + GZIP_TRAILER;
    yield [offset, gunzipSync(bytes.subarray(offset, end))]; // checks CRC and length
    offset = end;
  }
}

/** The lines of a header as a Map from lower-case name to its values. */
function fields(lines) {
  const map = new Map();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon < 1) {
      throw new Error(`not a header line: ${JSON.stringify(line)}`);
    }
    const name = line.slice(0, colon).toLowerCase();
    map.set(name, [...(map.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return map;
}

function record(bytes) {
  const end = bytes.indexOf(END);
  const [version, ...lines] = bytes.subarray(0, end).toString("utf8").split("\r\n");
  const headers = fields(lines);
  const length = Number(headers.get("content-length")[0]);
  const start = end + END.length;
  const block = bytes.subarray(start, start + length);
  if (version !== "WARC/1.1") {
    throw new Error(`the version is ${version}`);
  }
  if (!bytes.subarray(start + length).equals(END)) {
    throw new Error("after the block of a member stands something else than two line ends");
  }
  return { headers, block };
}

function digest(bytes) {
  return "sha256:" + createHash("sha256").update(bytes).digest("hex");
}

function agree(headers, name, bytes) {
  const stated = headers.get(name) ?? [];
  if (stated.length !== 1 || stated[0] !== digest(bytes)) {
    throw new Error(`${name} says ${stated.join(" and ") || "nothing"}, the bytes say ${digest(bytes)}`);
  }
}

function one(offset, member) {
  const { headers, block } = record(member);
  const type = headers.get("warc-type")[0];
  agree(headers, "warc-block-digest", block);
  let payload = null;
  if (type === "revisit") {
    if (!block.subarray(-END.length).equals(END)) {
      throw new Error("the block of a revisit is more than an HTTP header");
    }
    const payloadIs = headers.get("warc-payload-digest")?.[0];
    if (!payloads.has(payloadIs)) {
      throw new Error(`no record before this revisit has the payload ${payloadIs}`);
    }
  }
  if (type === "response" || type === "request") {
    const end = block.indexOf(END);
    if (end < 0) {
      throw new Error("the HTTP header has no end");
    }
    const http = fields(block.subarray(0, end).toString("utf8").split("\r\n").slice(1));
    payload = block.subarray(end + END.length);
    agree(headers, "warc-payload-digest", payload);
    payloads.add(digest(payload));
    const length = http.get("content-length");
    if (type === "response" && length !== undefined && length.join() !== String(payload.length)) {
      throw new Error(`Content-Length is ${length.join()}, the payload has ${payload.length} bytes`);
    }
  }
  return {
    offset,
    type,
    id: headers.get("warc-record-id")[0],
    uri: headers.get("warc-target-uri")?.[0] ?? null,
    concurrentTo: headers.get("warc-concurrent-to")?.[0] ?? null,
    truncated: headers.get("warc-truncated")?.[0] ?? null,
    payloadBytes: payload?.length ?? null,
  };
}

for (const file of process.argv.slice(2)) {
  try {
    for (const [offset, member] of members(readFileSync(file))) {
      try {
        console.log(JSON.stringify(one(offset, member)));
      } catch (problem) {
        faults++;
        console.error(`${file}: offset ${offset}: ${problem.message}`);
      }
    }
  } catch (problem) {
    faults++;
    console.error(`${file}: ${problem.message}`);
  }
}
process.exitCode = faults === 0 ? 0 : 1;
