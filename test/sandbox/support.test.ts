import { expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { withSandbox } from '../support/sandbox.ts';

/** Registers a command as a bot would, whatever its body. */
async function register(sandbox: Sandbox, body: object): Promise<number> {
  const headers = { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' };
  const path = `/v10/applications/${sandbox.application.id}/commands`;
  const response = await fetch(sandbox.apiUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.status;
}

it('a sandbox in a test passes its result on and is closed afterwards', async () => {
  let url = '';
  const status = await withSandbox(async (sandbox) => {
    url = sandbox.apiUrl;
    return register(sandbox, { name: 'ask', description: 'Ask' });
  });
  expect(status).toBe(201);
  await expect(fetch(url)).rejects.toThrow();
});

it('a sandbox in a test fails the test when a request breaks a rule, and is closed all the same', async () => {
  let url = '';
  const failing = withSandbox(async (sandbox) => {
    url = sandbox.apiUrl;
    expect(await register(sandbox, { name: 'Not a name', description: 'Ask' })).toBe(400);
  });
  await expect(failing).rejects.toThrow('requests that Discord would refuse');
  await expect(fetch(url)).rejects.toThrow();
});

it('waiting in vain says what for', async () => {
  await withSandbox(async (sandbox) => {
    const waiting = sandbox.waitFor(() => null, { timeoutMs: 30, what: 'a miracle' });
    await expect(waiting).rejects.toThrow('Waited 30 ms in vain for a miracle. The last requests:\nnone');
  });
});
