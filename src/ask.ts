import 'dotenv/config';
import { registry } from '../commands/index.ts';
import { runCli } from './cli/cli.ts';

/** The command line: see `npm run --silent ask -- --help`. */
process.exitCode = await runCli(process.argv.slice(2), {
  registry,
  environment: process.env,
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
});
