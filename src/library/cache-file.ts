import { setImmediate } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';

/**
 * The bytes of a file of the cache: {@link FORMAT}, the key (32 bytes), the SHA-256 of all that follows (32 bytes), then
 * the parts, each behind its length in bytes (32 bits, the lowest first).
 */

/** To be counted up when the layout changes: a file of another format is never read. */
const FORMAT = Buffer.from('wortlaut-index-1', 'latin1');
const HASH_BYTES = 32;
const HEADER_BYTES = FORMAT.length + 2 * HASH_BYTES;
const LENGTH_BYTES = 4;

/**
 * The bytes of a file that holds values. Between the values it waits for whatever else the thread has to do.
 * @param key 64 hexadecimal digits.
 */
export async function packFile(key: string, values: readonly unknown[]): Promise<Buffer> {
  const chunks: Buffer[] = [Buffer.alloc(HEADER_BYTES)];
  for (const value of values) {
    await setImmediate();
    const part = serialize(value);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(part.length);
    chunks.push(length, part);
  }
  const file = Buffer.concat(chunks);
  const checksum = await hashOf(file.subarray(HEADER_BYTES));
  Buffer.concat([FORMAT, Buffer.from(key, 'hex'), checksum]).copy(file);
  return file;
}

/**
 * The values of a file, or null where it is none of this format and key, or not as it was written. Nothing of it is
 * looked at before all of it is known to be unchanged.
 * @param key 64 hexadecimal digits.
 */
export async function unpackFile(key: string, file: Buffer<ArrayBuffer>): Promise<readonly unknown[] | null> {
  const payload = file.subarray(HEADER_BYTES);
  const header = Buffer.concat([FORMAT, Buffer.from(key, 'hex'), await hashOf(payload)]);
  if (!header.equals(file.subarray(0, HEADER_BYTES))) return null;
  const values: unknown[] = [];
  for (let at = 0; at < payload.length; ) {
    const start = at + LENGTH_BYTES;
    at = start + payload.readUInt32LE(at);
    values.push(deserialize(payload.subarray(start, at)));
  }
  return values;
}

/** Web Crypto hashes beside this thread: tens of megabytes take it a tenth of a second and more. */
const hashOf = async (bytes: Buffer<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
