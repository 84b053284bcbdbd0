/** Everybody who asks, by what they are to the things of the scene. */
export const people = [
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
export type Who = (typeof people)[number];

/** What everybody may read or do is tried by these. */
export const few: readonly Who[] = ["visitor", "owner", "half", "rep", "admin"];

/** Before they sign in, people may be sent to do so; whoever is signed in and may not see a thing gets a 404. */
export const sentToSignIn: readonly Who[] = ["visitor", "receipt", "half"];

// who is who, as the entries name them together
export const withSession = people.filter((who) => who !== "visitor");
export const signedIn = withSession.filter((who) => who !== "half");
export const withAccount = signedIn.filter((who) => who !== "receipt");
export const reps: Who[] = ["rep", "repElsewhere"];
export const ofUnions: Who[] = ["unionEditor", "unionOfficer", "otherUnion"];
export const ofTheUnion: Who[] = ["unionEditor", "unionOfficer"];
export const officers: Who[] = ["officer", "officerElsewhere"];
export const wholeStaff: Who[] = [...reps, ...ofUnions, ...officers, "admin"];
