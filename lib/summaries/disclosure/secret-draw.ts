import { createHmac } from "node:crypto";

/**
 * Is a cell looked at in this release? A keyed hash of its name and the release's number says so, for one cell in
 * `oneIn`, whoever is in it.
 *
 * Why: a gate that opens with the fifth change tells, on the day it opens, that the fifth came since the release
 * before; and whoever sees that a single newcomer wrote on that theme in that week knows who it was. Looked at on days
 * that nobody outside can know, a cell that moves had five changes since it last moved, and each of them may have come
 * long before. docs/decisions/0060.
 */
export function isDrawn(secret: string, id: string, release: number, oneIn: number): boolean {
  if (oneIn <= 1) return true;
  const hash = createHmac("sha256", secret).update(`${release}|${id}`).digest();
  return hash.readUInt32BE(0) % oneIn === 0;
}
