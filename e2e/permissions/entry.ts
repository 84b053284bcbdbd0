import { people, type Who } from "@/e2e/permissions/actors";
import type { Scene } from "@/e2e/permissions/fixtures/make-fixtures";

type In<T> = T | ((scene: Scene) => T);
export type Words = keyof Scene["words"];
type Form = Record<string, string | Blob>;

export type Page = {
  kind: "page";
  at: In<string>;
  may: readonly Who[];
  /** What those who may get, when it is not 200. */
  ok: number;
  /** Planted words that they may read here; nobody else may, here or anywhere. */
  shows: Words[];
  /** Who reads them, of those who may read the page. */
  to: readonly Who[];
  /** Also an answer to those who may not: the way to where they may go. */
  refused: number[];
};

export type Deed = {
  kind: "deed";
  at: In<string>;
  may: readonly Who[];
  /** What is bound to an action, before the form; null for a route that is asked itself. */
  bound: In<unknown[]> | null;
  form: In<Form>;
  /** Also an answer to those who may not: a word of explanation, or the way back. Nothing changes. */
  refused: number[];
  /** It would change what is everybody's: nobody does it here, and its own tests do. */
  untried?: true;
  /** They do it to what is their own, and are answered with one of these. */
  own?: { ok: readonly number[] };
  /** How a route is asked, when it is not posted to. */
  method?: "GET" | "PUT";
  /** Of what nobody may: what it is that they try. */
  what?: string;
};

export type Entry = { kind: "free"; why: string } | Page | Deed;

/** Everybody may read it. */
export const open = (at: In<string>, ok = 200): Entry => ({ ...only(people, at), ok }) as Page;

/** These may read it, and for the others it is not there. */
export const only = (
  may: readonly Who[],
  at: In<string>,
  shows: Words[] = [],
  { to = may, refused = [] }: { to?: readonly Who[]; refused?: number[] } = {},
): Entry => ({ kind: "page", at, may, ok: 200, shows, to, refused });

/**
 * An action that these may do. `bound` is what is bound to it before its state and form.
 * @param at the page whose form it is
 */
export function deed(
  may: readonly Who[],
  at: In<string>,
  bound: In<unknown[]> | null,
  form: In<Form> = {},
  refused: number[] = [],
): Entry {
  return { kind: "deed", at, may, bound, form, refused };
}

/** The same, where nobody does it: it would change what is everybody's. */
export const kept = (may: readonly Who[], at: In<string>, bound: In<unknown[]>, form = {}): Entry =>
  Object.assign(deed(may, at, bound, form), { untried: true as const });

/** A route that these may post to. */
export const posted = (may: readonly Who[], at: In<string>, form: In<Form> = {}, refused: number[] = []): Entry =>
  deed(may, at, null, form, refused);

/**
 * What people do to their own: each does it, as somebody who is there for that alone. Theirs changes, and nothing of
 * anybody else's.
 */
export const own = (
  may: readonly Who[],
  at: In<string>,
  bound: In<unknown[]> | null,
  form: In<Form> = {},
  { ok = [303], refused = [], method }: { ok?: number[]; refused?: number[]; method?: "GET" | "PUT" } = {},
): Entry => Object.assign(deed(may, at, bound, form, refused), { own: { ok }, method });

/** What everybody may do to some things, tried with one to which nobody may. @param what that is */
export const never = (
  what: string,
  at: In<string>,
  bound: In<unknown[]> | null,
  form: In<Form> = {},
  refused: number[] = [],
): Entry => Object.assign(deed([], at, bound, form, refused), { what });

/** Not walked, since that would show nothing. */
export const free = (why: string): Entry => ({ kind: "free", why });

// what is bound to most actions, beside ids: the state of a form that nobody sent yet
export const stateless = { errors: {}, values: {} };
