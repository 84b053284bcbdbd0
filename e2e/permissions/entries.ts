import { running } from "@/e2e/permissions/entries/admin";
import { answering } from "@/e2e/permissions/entries/answers";
import { appeals } from "@/e2e/permissions/entries/appeals";
import { moderating } from "@/e2e/permissions/entries/moderation";
import { ownThings } from "@/e2e/permissions/entries/my-pages";
import { takingPart } from "@/e2e/permissions/entries/participation";
import { forAll } from "@/e2e/permissions/entries/public";
import { secondStep } from "@/e2e/permissions/entries/second-factor";
import { signingIn } from "@/e2e/permissions/entries/sign-in";
import { publishing } from "@/e2e/permissions/entries/strategies";
import { unions } from "@/e2e/permissions/entries/unions";
import type { Entry } from "@/e2e/permissions/entry";

// Who may see and do what, for every page, route and action under app/. A new one needs a line in its room: the walk
// tries it as everybody, with the things of other people. See docs/permissions.md.

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
