// Reads WARC files with npm's warcio and says what it found there, one JSON object a line.
// Exit code 1, and a sentence on standard error, where a digest or a length is not what the record says.
//
//   node check-warc.mjs FILE...
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { WARCParser } from "warcio";

let faults = 0;

function fault(file, id, text) {
  faults++;
  console.error(`${file}: ${id}: ${text}`);
}

/** Records of the file as warcio sees them: with HTTP headers parsed (payload), or not (block). */
async function* read(file, parseHttp) {
  const parser = new WARCParser(createReadStream(file), { parseHttp, keepHeadersCase: true });
  for await (const record of parser) {
    yield [record, Buffer.from(await record.readFully(false))];
  }
}

function check(file, record, name, bytes) {
  const id = record.warcHeader("WARC-Record-ID");
  const stated = record.warcHeader(name);
  const found = "sha256:" + createHash("sha256").update(bytes).digest("hex");
  if (stated !== found) {
    fault(file, id, `${name} says ${stated}, the bytes say ${found}`);
  }
}

for (const file of process.argv.slice(2)) {
  const lengths = new Map();
  for await (const [record, block] of read(file, false)) {
    lengths.set(record.warcHeader("WARC-Record-ID"), block.length);
    check(file, record, "WARC-Block-Digest", block);
    if (block.length !== record.warcContentLength) {
      fault(file, record.warcHeader("WARC-Record-ID"), `Content-Length is ${record.warcContentLength}, not ${block.length}`);
    }
  }
  let count = 0;
  for await (const [record, payload] of read(file, true)) {
    count++;
    // The payload of a revisit stands in another record; warcinfo and metadata have none.
    if (record.warcType === "response" || record.warcType === "request") {
      check(file, record, "WARC-Payload-Digest", payload);
    }
    console.log(
      JSON.stringify({
        type: record.warcType,
        id: record.warcHeader("WARC-Record-ID"),
        uri: record.warcTargetURI ?? null,
        date: record.warcDate,
        status: record.warcType === "response" ? record.httpHeaders.statusCode : null,
        headers: record.httpHeaders ? [...record.httpHeaders.headers] : [],
        payloadBytes: payload.length,
      }),
    );
  }
  if (count !== lengths.size) {
    fault(file, "-", `${lengths.size} records, ${count} of them with readable HTTP`);
  }
}
process.exitCode = faults === 0 ? 0 : 1;
