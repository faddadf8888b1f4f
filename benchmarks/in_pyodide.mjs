// Run a Python file of this folder in Pyodide, under Node:
//
//     node benchmarks/in_pyodide.mjs step_costs.py
//
// LESSONLIB_PYODIDE names a folder with the files of `npm pack pyodide`, LESSONLIB_PYODIDE_WHEELS
// one with NumPy's wheel for it, and LESSONLIB_PURE_PACKAGES one in which threadpoolctl is
// installed. cost_by_size.py sets the first and the last.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const names = ["LESSONLIB_PYODIDE", "LESSONLIB_PYODIDE_WHEELS", "LESSONLIB_PURE_PACKAGES"];
const missing = names.filter((name) => !process.env[name]);
if (missing.length) {
  console.error(`${missing.join(" and ")}: expected the name of a folder, got nothing`);
  process.exit(1);
}
const [folder, wheels, pure] = names.map((name) => process.env[name]);

const { loadPyodide } = await import(pathToFileURL(resolve(folder, "pyodide.mjs")));
const pyodide = await loadPyodide({ indexURL: `${resolve(folder)}/` });
const packages = "/packages";
pyodide.FS.mkdirTree(packages);
for (const name of readdirSync(wheels).filter((one) => one.startsWith("numpy-"))) {
  pyodide.unpackArchive(new Uint8Array(readFileSync(join(wheels, name))), "wheel", { extractDir: packages });
}
pyodide.FS.writeFile(`${packages}/threadpoolctl.py`, readFileSync(join(pure, "threadpoolctl.py")));
pyodide.FS.mkdirTree("/course");
pyodide.mountNodeFS("/course", root);
pyodide.globals.set("paths", pyodide.toPy(["/course/benchmarks", "/course", packages]));
pyodide.globals.set("file", `/course/benchmarks/${process.argv[2]}`);
// Pyodide's processor time is the time on the clock; Node knows the true one.
pyodide.globals.set("processor_seconds", () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
});
pyodide.runPython(`
import runpy, sys, time
time.process_time = processor_seconds
sys.dont_write_bytecode = True
sys.path[:0] = paths
runpy.run_path(file, run_name="__main__")
`);
