import { createHmac } from "node:crypto";

/**
 * Whether a release may count a cell again: a keyed hash of the release's number and the cell's id selects one cell in
 * `oneIn`, independent of its members.
 *
 * Without the draw, a cell that moves reveals that its fifth change came since the release before, and a reader who
 * saw one newcomer comment on that theme in that week would know who it was. With it, each of the five changes may be
 * old. See docs/decisions/0060.
 */
export function isDrawn(secret: string, id: string, release: number, oneIn: number): boolean {
  if (oneIn <= 1) return true;
  const hash = createHmac("sha256", secret).update(`${release}|${id}`).digest();
  return hash.readUInt32BE(0) % oneIn === 0;
}
