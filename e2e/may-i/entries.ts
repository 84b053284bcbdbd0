import { answering } from "@/e2e/may-i/entries/answering";
import { appeals } from "@/e2e/may-i/entries/appeals";
import { forAll } from "@/e2e/may-i/entries/for-all";
import { moderating } from "@/e2e/may-i/entries/moderating";
import { ownThings } from "@/e2e/may-i/entries/own-things";
import { publishing } from "@/e2e/may-i/entries/publishing";
import { running } from "@/e2e/may-i/entries/running";
import { secondStep } from "@/e2e/may-i/entries/second-step";
import { signingIn } from "@/e2e/may-i/entries/signing-in";
import { takingPart } from "@/e2e/may-i/entries/taking-part";
import { unions } from "@/e2e/may-i/entries/unions";
import type { Entry } from "@/e2e/may-i/entry";

// Who may see and do what, for every page, route and action under app/. A new one needs a line in its room: the walk
// tries it as everybody, with the things of other people. See docs/may-i.md.

const rooms: Record<string, Entry | Entry[]> = {
  ...forAll,
  ...takingPart,
  ...ownThings,
  ...signingIn,
  ...secondStep,
  ...moderating,
  ...appeals,
  ...unions,
  ...answering,
  ...publishing,
  ...running,
};

/** Each page, route and action by its name, in the order in which they are tried; some are tried in several ways. */
export const entries: [route: string, entry: Entry][] = Object.entries(rooms).flatMap(([route, tried]) =>
  [tried].flat().map((entry): [string, Entry] => [route, entry]),
);
