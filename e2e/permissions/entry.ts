import { type Actor, actors } from "@/e2e/permissions/actors";
import type { Fixtures } from "@/e2e/permissions/fixtures/make-fixtures";
import { initialFormState } from "@/lib/forms/form-state";

type Resolvable<T> = T | ((fixtures: Fixtures) => T);
export type PlantedText = keyof Fixtures["plantedText"];
type Form = Record<string, string | Blob>;

export type Page = {
  kind: "page";
  at: Resolvable<string>;
  allowed: readonly Actor[];
  /** What those who may get, when it is not 200. */
  ok: number;
  /** Planted text that they may read here; nobody else may, here or anywhere. */
  planted: PlantedText[];
  /** Who reads them, of those who may read the page. */
  readers: readonly Actor[];
  /** Also an answer to those who may not: the way to where they may go. */
  refused: number[];
};

export type Action = {
  kind: "action";
  at: Resolvable<string>;
  allowed: readonly Actor[];
  /** What is bound to an action, before the form; null for a route that is requested itself. */
  bound: Resolvable<unknown[]> | null;
  form: Resolvable<Form>;
  /** Also an answer to those who may not: a word of explanation, or the way back. Nothing changes. */
  refused: number[];
  /** It would change what is everybody's: nobody does it here, and its own tests do. */
  untested?: true;
  /** They do it to what is their own, and are answered with one of these. */
  own?: { ok: readonly number[] };
  /** The method of a route's request, when it is not POST. */
  method?: "GET" | "PUT";
  /** Of what nobody may: what it is that they try. */
  description?: string;
};

export type Entry = { kind: "free"; why: string } | Page | Action;

/** Everybody may read it. */
export const open = (at: Resolvable<string>, ok = 200): Entry => ({ ...only(actors, at), ok }) as Page;

/** These may read it, and for the others it is not there. */
export const only = (
  allowed: readonly Actor[],
  at: Resolvable<string>,
  planted: PlantedText[] = [],
  { readers = allowed, refused = [] }: { readers?: readonly Actor[]; refused?: number[] } = {},
): Entry => ({ kind: "page", at, allowed, ok: 200, planted, readers, refused });

/**
 * An action that these may do. `bound` is what is bound to it before its state and form.
 * @param at the page whose form it is
 */
export function action(
  allowed: readonly Actor[],
  at: Resolvable<string>,
  bound: Resolvable<unknown[]> | null,
  form: Resolvable<Form> = {},
  refused: number[] = [],
): Entry {
  return { kind: "action", at, allowed, bound, form, refused };
}

/** The same, where nobody does it: it would change what is everybody's. */
export const untested = (
  allowed: readonly Actor[],
  at: Resolvable<string>,
  bound: Resolvable<unknown[]>,
  form = {},
): Entry => Object.assign(action(allowed, at, bound, form), { untested: true as const });

/** A route that these may post to. */
export const posted = (
  allowed: readonly Actor[],
  at: Resolvable<string>,
  form: Resolvable<Form> = {},
  refused: number[] = [],
): Entry => action(allowed, at, null, form, refused);

/**
 * What people do to their own: each does it, as somebody who is there for that alone. Theirs changes, and nothing of
 * anybody else's.
 */
export const own = (
  allowed: readonly Actor[],
  at: Resolvable<string>,
  bound: Resolvable<unknown[]> | null,
  form: Resolvable<Form> = {},
  { ok = [303], refused = [], method }: { ok?: number[]; refused?: number[]; method?: "GET" | "PUT" } = {},
): Entry => Object.assign(action(allowed, at, bound, form, refused), { own: { ok }, method });

/** What everybody may do to some things, tried with one to which nobody may. @param description what that is */
export const never = (
  description: string,
  at: Resolvable<string>,
  bound: Resolvable<unknown[]> | null,
  form: Resolvable<Form> = {},
  refused: number[] = [],
): Entry => Object.assign(action([], at, bound, form, refused), { description });

/** Not swept, since that would show nothing. */
export const free = (why: string): Entry => ({ kind: "free", why });

// what is bound to most actions, beside ids: the state of a form that nobody sent yet
export const emptyState = { errors: {}, values: {} };
/** The same for actions of the form kit, which come after their one object of parameters: `[{ id }, stateless]`. */
export const stateless = initialFormState;
