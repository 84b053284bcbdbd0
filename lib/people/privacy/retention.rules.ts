const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long a session lasts, in milliseconds: without being used, and in all. */
export const sessionLimits = {
  participant: { idle: 60 * minute, absolute: 24 * hour },
  staff: { idle: 15 * minute, absolute: 8 * hour },
};

/** How long a sign-in link and its code can be used, in milliseconds. */
export const signInLifetime = 10 * minute;

/** How many days a draft is stored after it was last saved. */
export const draftRetentionDays = 30;

/** How long we store data that is no longer in use, in milliseconds. */
export const retentionPeriods = {
  /** Text that is not published, or no longer: long enough for an appeal and a court. */
  unpublished: 365 * day,
  /** A complaint after its answer. */
  complaint: 365 * day,
  /** An uploaded sheet that was not confirmed. */
  upload: day,
  backup: 35 * day,
};

export const durationText = (time: number) =>
  time >= 2 * day ? `${time / day} days` : time >= 2 * hour ? `${time / hour} hours` : `${time / minute} minutes`;

export type RetentionRow = { what: string; period: string; by: string };

/** The table of the privacy page and of docs/retention.md: what we store, for how long, and what deletes it. */
export const retention: readonly RetentionRow[] = [
  {
    what: "Your published comments and your reactions, with the details you gave",
    period: "until you withdraw them",
    by: "you, with one button",
  },
  { what: "Your email address, if you gave one", period: "until you erase yourself", by: "you, with one button" },
  {
    what: "Your sign-in",
    period: `${durationText(sessionLimits.participant.absolute)}, or ${durationText(sessionLimits.participant.idle)} unused (staff: ${durationText(sessionLimits.staff.absolute)}, ${durationText(sessionLimits.staff.idle)})`,
    by: "job delete-expired, every hour",
  },
  { what: "A sign-in link and its code", period: durationText(signInLifetime), by: "job delete-expired, every hour" },
  {
    what: "Drafts you have not sent, locked",
    period: `${draftRetentionDays} days after you last saved it`,
    by: "job delete-expired, every hour",
  },
  {
    what: "What you typed into a form that could not be sent, locked",
    period: "an hour, and deleted within another",
    by: "job delete-expired, every hour",
  },
  {
    what: "Scrambled counts of attempts, to prevent abuse",
    period: "15 minutes",
    by: "job delete-expired, every hour",
  },
  {
    what: "A spreadsheet of comments that was uploaded and not confirmed",
    period: durationText(retentionPeriods.upload),
    by: "job delete-expired, every hour",
  },
  {
    what: "Comments that were not published, were removed, or are waiting for you to change them",
    period: `${durationText(retentionPeriods.unpublished)} after the last decision`,
    by: "job apply-retention, every night",
  },
  {
    what: "Text that a rep masked, or that you withdrew after it was reported as illegal",
    period: `${durationText(retentionPeriods.unpublished)} after that, locked by a key of their own`,
    by: "job apply-retention, every night",
  },
  {
    what: "What a rep wrote with a decision, and your appeal",
    period: `${durationText(retentionPeriods.unpublished)} after the decision`,
    by: "job apply-retention, every night",
  },
  {
    what: "A complaint and its answer",
    period: `${durationText(retentionPeriods.complaint)} after the answer`,
    by: "job apply-retention, every night",
  },
  {
    what: "The record of what reps decided and staff did, which contains none of your text",
    period: "permanently",
    by: "nobody: it is there so people can check it",
  },
  { what: "Backups of all this", period: durationText(retentionPeriods.backup), by: "ops prune-backups, every night" },
];
