import { adminEntries } from "@/e2e/permissions/entries/admin";
import { answerEntries } from "@/e2e/permissions/entries/answers";
import { appealEntries } from "@/e2e/permissions/entries/appeals";
import { moderationEntries } from "@/e2e/permissions/entries/moderation";
import { myPageEntries } from "@/e2e/permissions/entries/my-pages";
import { participationEntries } from "@/e2e/permissions/entries/participation";
import { publicEntries } from "@/e2e/permissions/entries/public";
import { secondFactorEntries } from "@/e2e/permissions/entries/second-factor";
import { signInEntries } from "@/e2e/permissions/entries/sign-in";
import { strategyEntries } from "@/e2e/permissions/entries/strategies";
import { unionEntries } from "@/e2e/permissions/entries/unions";
import type { Entry } from "@/e2e/permissions/entry";

// Who may see and do what, for every page, route and action under app/. A new one needs a line in its file: the sweep
// tries it as everybody, with the things of other people. See docs/permissions.md.

const entriesByRoute: Record<string, Entry | Entry[]> = {
  ...publicEntries,
  ...participationEntries,
  ...myPageEntries,
  ...signInEntries,
  ...secondFactorEntries,
  ...moderationEntries,
  ...appealEntries,
  ...unionEntries,
  ...answerEntries,
  ...strategyEntries,
  ...adminEntries,
};

/** Each page, route and action by its name, in the order in which they are tried; some are tried in several ways. */
export const entries: [route: string, entry: Entry][] = Object.entries(entriesByRoute).flatMap(([route, tried]) =>
  [tried].flat().map((entry): [string, Entry] => [route, entry]),
);
