// Runs a Python file in Pyodide:
// node run.mjs PYODIDE FILE FOLDER ...
// What the file prints comes out here. Each folder is there under its own name, on Python's path,
// as is the file's own; the file has to be in one of them.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, file, ...folders] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(resolve(pyodide, "pyodide.mjs")));
const env = { HOME: "/home/pyodide", EXHAUSTIVE: process.env.EXHAUSTIVE ?? "" };
const python = await loadPyodide({ indexURL: pyodide, env });
for (const folder of folders) {
  python.FS.mkdirTree(folder);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, folder);
}
python.globals.set("places", python.toPy([...folders, dirname(file)]));
python.runPython("import sys; sys.path[:0] = places");
python.runPython(readFileSync(file, "utf8"), { filename: file });
