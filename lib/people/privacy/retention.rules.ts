import { sessionLimits } from "@/lib/auth/session.rules";
import { signInLasts } from "@/lib/auth/sign-in.rules";
import { draftLasts } from "@/lib/comments/drafts/draft.rules";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long we keep what has no use any more, in milliseconds. */
export const keptFor = {
  /** Words that were not published, or no more: time enough for an appeal and a court. */
  unpublished: 365 * day,
  /** A complaint, from its answer on. */
  complaint: 365 * day,
  /** A sheet that was read, and not confirmed. */
  upload: day,
  backup: 35 * day,
};

const inWords = (time: number) =>
  time >= 2 * day ? `${time / day} days` : time >= 2 * hour ? `${time / hour} hours` : `${time / minute} minutes`;

export type Kept = { what: string; long: string; by: string };

/** What is kept, how long, and what ends it: the table of the privacy page and of docs/retention.md. */
export const retention: readonly Kept[] = [
  {
    what: "Comments and answers of yours that are published, with what you chose beside them",
    long: "until you take them back",
    by: "you, by one press",
  },
  { what: "Your e-mail address, if you gave one", long: "until you erase yourself", by: "you, by one press" },
  {
    what: "Being signed in",
    long: `${inWords(sessionLimits.participant.absolute)}, or ${inWords(sessionLimits.participant.idle)} unused (staff: ${inWords(sessionLimits.staff.absolute)}, ${inWords(sessionLimits.staff.idle)})`,
    by: "job tidy-sessions, every hour",
  },
  { what: "A sign-in link and its code", long: inWords(signInLasts), by: "job tidy-sessions, every hour" },
  {
    what: "What you began to write and have not sent, locked",
    long: `${draftLasts} days after you last saved it`,
    by: "job tidy-sessions, every hour",
  },
  { what: "Scrambled counts of tries, against abuse", long: "15 minutes", by: "job tidy-sessions, every hour" },
  {
    what: "A sheet of comments that was sent in and not confirmed",
    long: inWords(keptFor.upload),
    by: "job tidy-sessions, every hour",
  },
  {
    what: "Words that were not published, were taken down, or wait for you to change them",
    long: `${inWords(keptFor.unpublished)} after the last decision`,
    by: "job forget-old, every night",
  },
  {
    what: "Words that a rep covered up",
    long: `${inWords(keptFor.unpublished)} after that, locked by a key of their own`,
    by: "job forget-old, every night",
  },
  {
    what: "What a rep wrote beside a decision, and what you wrote against it",
    long: `${inWords(keptFor.unpublished)} after the decision`,
    by: "job forget-old, every night",
  },
  {
    what: "A complaint and its answer",
    long: `${inWords(keptFor.complaint)} after the answer`,
    by: "job forget-old, every night",
  },
  {
    what: "The record of what reps decided and staff did, which holds no words of yours",
    long: "for good",
    by: "nobody: it is there to be checked",
  },
  { what: "Backups of all this", long: inWords(keptFor.backup), by: "ops prune-backups, every night" },
];
