// node compile.mjs PYODIDE SOURCE TARGET: compile the wheels of a folder to byte code, with the
// Python that will run them. The work is done by compile_wheels.py, inside that Python.

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [pyodide, source, target] = process.argv.slice(2).map((one) => path.resolve(one));
const { loadPyodide } = await import(pathToFileURL(path.join(pyodide, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: pyodide + path.sep });
for (const [root, place] of [[source, "/source"], [target, "/target"]]) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
const here = path.dirname(fileURLToPath(import.meta.url));
python.runPython(fs.readFileSync(path.join(here, "compile_wheels.py"), "utf8"));
python.runPython("compile_all('/source', '/target')");
