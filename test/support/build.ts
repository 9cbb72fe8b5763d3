import { execFileSync } from 'node:child_process';

/** Compiles the project once before the tests: worker threads and child processes run the compiled code. */
export default function setup(): void {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noCheck'], { stdio: 'inherit' });
}
