/** Everybody who asks, by what they are to the things of the scene. */
export const actors = [
  "visitor",
  "receipt", // came by receipt, and wrote something else
  "account", // no role, and wrote nothing
  "owner", // wrote the comments
  "half", // a rep of the area, before the second step
  "rep",
  "repElsewhere",
  "unionEditor",
  "unionOfficer",
  "otherUnion",
  "officer",
  "officerElsewhere",
  "admin",
] as const;
export type Actor = (typeof actors)[number];

/** Of those who may: somebody with a session, where there is one to lose. */
export const chooseSignedIn = (allowed: readonly Actor[]): Actor | undefined =>
  allowed.find((who) => who !== "visitor" && who !== "half") ?? allowed[0];

/** What everybody may read or do is tried by these. */
export const sampleActors: readonly Actor[] = ["visitor", "owner", "half", "rep", "admin"];

/** Before they sign in, people may be sent to do so; whoever is signed in and may not see a thing gets a 404. */
export const sentToSignIn: readonly Actor[] = ["visitor", "receipt", "half"];

// who is who, as the entries name them together
export const withSession = actors.filter((who) => who !== "visitor");
export const signedIn = withSession.filter((who) => who !== "half");
export const withAccount = signedIn.filter((who) => who !== "receipt");
export const reps: Actor[] = ["rep", "repElsewhere"];
export const unionStaff: Actor[] = ["unionEditor", "unionOfficer", "otherUnion"];
export const ownUnionStaff: Actor[] = ["unionEditor", "unionOfficer"];
export const officers: Actor[] = ["officer", "officerElsewhere"];
export const allStaff: Actor[] = [...reps, ...unionStaff, ...officers, "admin"];
