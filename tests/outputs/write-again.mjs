// Writes annotations with GitHub's own toolkit: node write-again.mjs CORE < COMMANDS
//
// COMMANDS are a JSON array of {command, properties, message}, as the runner reads them.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const core = await import(pathToFileURL(process.argv[2]));
for (const { command, properties, message } of JSON.parse(readFileSync(0, "utf8"))) {
  const { title, file, line, endLine, col, endColumn } = properties;
  core[command](message, { title, file, startLine: line, endLine, startColumn: col, endColumn });
}
