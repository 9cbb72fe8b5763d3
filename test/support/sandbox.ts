import { expect } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { openApiCheck } from './openapi.ts';

/** One for all sandboxes of a test file: compiling Discord's schemas takes longer than most tests. */
const openApi = openApiCheck();

/** Fails the test when any request broke a rule. */
export function expectNoViolations(sandbox: Sandbox): void {
  expect(sandbox.violations, 'requests that Discord would refuse').toEqual([]);
}

/** Starts a sandbox that also checks every request against Discord's specification, where that is at hand. */
export function startCheckedSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const checks = [...(options.checks ?? []), ...(openApi ? [openApi] : [])];
  return startSandbox({ ...options, checks });
}

/** Lets a test use a checked sandbox, fails it on any violation, and closes the sandbox in any case. */
export async function withSandbox<T>(use: (sandbox: Sandbox) => Promise<T>, options: SandboxOptions = {}): Promise<T> {
  const sandbox = await startCheckedSandbox(options);
  try {
    const result = await use(sandbox);
    expectNoViolations(sandbox);
    return result;
  } finally {
    await sandbox.close();
  }
}
