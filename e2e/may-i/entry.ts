import type { Scene } from "@/e2e/may-i/make-scene";

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

/** Before they sign in, people may be sent to do so; whoever is signed in and may not see a thing gets a 404. */
export const sentToSignIn: readonly Who[] = ["visitor", "receipt", "half"];

type In<T> = T | ((scene: Scene) => T);
export type Words = keyof Scene["words"];

export type Entry =
  | { kind: "free"; why: string }
  | {
      kind: "page";
      at: In<string>;
      may: readonly Who[];
      /** What those who may get, when it is not 200. */
      ok: number;
      /** Planted words that they may read here; nobody else may, here or anywhere. */
      shows: Words[];
      /** Who reads them, when it is not everybody who may read the page. */
      to?: readonly Who[];
    }
  | {
      kind: "deed";
      at: In<string>;
      may: readonly Who[];
      /** What is bound to an action, before the form; null for a route that is posted to. */
      bound: In<unknown[]> | null;
      form: In<Record<string, string>>;
      /** Also an answer to those who may not: a word of explanation, or the way back. Nothing changes. */
      refused: number[];
      /** It would change what is everybody's: nobody does it here, and its own tests do. */
      untried?: true;
    };

/** Everybody may read it. */
export const open = (at: In<string>, ok = 200): Entry => ({ kind: "page", at, may: people, ok, shows: [] });

/** These may read it, and for the others it is not there. */
export const only = (may: readonly Who[], at: In<string>, shows: Words[] = []): Entry => ({
  kind: "page",
  at,
  may,
  ok: 200,
  shows,
});

/**
 * An action that these may do. `bound` is what is bound to it before its state and form.
 * @param at the page whose form it is
 */
export function deed(
  may: readonly Who[],
  at: In<string>,
  bound: In<unknown[]>,
  form: In<Record<string, string>> = {},
  refused: number[] = [],
): Entry {
  return { kind: "deed", at, may, bound, form, refused };
}

/** The same, where nobody does it: it would change what is everybody's. */
export const kept = (may: readonly Who[], at: In<string>, bound: In<unknown[]>, form = {}): Entry =>
  Object.assign(deed(may, at, bound, form), { untried: true as const });

/** A route that these may post to. */
export const posted = (
  may: readonly Who[],
  at: In<string>,
  form: In<Record<string, string>> = {},
  refused: number[] = [],
): Entry => ({ kind: "deed", at, may, bound: null, form, refused });

/** Not walked: it asks for no role, and its own tests look at it. */
export const free = (why: string): Entry => ({ kind: "free", why });
