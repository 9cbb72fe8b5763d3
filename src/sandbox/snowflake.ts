/** Discord counts the milliseconds of its ids from the first second of 2015. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/** Makes ids as Discord does: growing, unique, and telling the time of their making in the bits above the 22nd. */
export function snowflakes(): () => string {
  let last = 0n;
  return () => {
    const now = (BigInt(Date.now()) - DISCORD_EPOCH) << 22n;
    last = now > last ? now : last + 1n;
    return last.toString();
  };
}
