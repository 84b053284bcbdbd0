import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { getPerson } from "@/lib/auth/current-session";
import { getClientKey } from "@/lib/auth/request-client";
import { isUserFacing, NotFound, RateLimited, RuleViolation } from "@/lib/errors";
import { discardSentForm, interruptForm } from "@/lib/forms/current-interrupted-forms";
import { arrayFields, fieldErrors, objectSchema, submittedValues } from "@/lib/forms/form-data";
import { reportFormFailure } from "@/lib/forms/form-outcome";
import type { FormState, FormValues, ResultValue } from "@/lib/forms/form-state";
import { type Interruption, interruptionTexts } from "@/lib/forms/interruption.rules";
import { formOriginOf, holdsText, whyNotTheirs } from "@/lib/forms/submitted-form";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

type Errors = Partial<Record<string, string>>;

/** What `run` returns to stay on the page. */
export class FormReply {
  constructor(readonly state: Partial<FormState>) {}
}

/** Stays on the page with messages beside fields, and all that was typed. */
export const invalid = (errors: Errors, more: Partial<FormState> = {}) => new FormReply({ ...more, errors });

/** Stays on the page and shows a result, or another step of the form. */
export const stay = (state: {
  step?: string;
  result?: Record<string, ResultValue>;
  values?: FormValues;
  errors?: Errors;
}) => new FormReply(state);

export type Parsed<Input> = { input: Input } | { errors: Errors };

type Context<Params, Input, Who> = {
  /** Who asks: see `who`. */
  person: Who;
  params: Params;
  input: Input;
  form: FormData;
  /** All that was typed, as it came. */
  values: FormValues;
  /** The value of the button that was pressed, when its name is "step"; "" for a button without one. */
  step: string;
};

type Options<Bound, Params, Input, Result, Who> = {
  /** What the action is bound to. Anything else answers 404. */
  params?: z.ZodType<Params, Bound>;
  /** What is typed: a schema of an object, or a function where field names are made as the form is drawn. */
  input?: z.ZodType<Input> | ((form: FormData, params: Params) => Parsed<Input> | Promise<Parsed<Input>>);
  /** Fields that take several values, where `input` is a function: a schema's own are known. */
  arrays?: readonly string[];
  /** Results that depend on nothing but what was typed: every reply that stays on the page has them. */
  preview?: (values: FormValues) => Record<string, ResultValue>;
  /** Steps that take what was typed as it is, without `input`: saving a draft, going back to change something. */
  unchecked?: Record<string, (context: Omit<Context<Params, Input, Who>, "input">) => FormReply | Promise<FormReply>>;
  /** Calls one command. User-facing failures are shown; NotFound answers 404. */
  run: (context: Context<Params, Input, Who>) => Promise<Result | FormReply> | Result | FormReply;
  /** The address to go on to. Without it the page is shown again, with nothing typed. */
  then?:
    | string
    | ((done: Context<Params, Input, Who> & { result: Exclude<Result, FormReply> }) => string | Promise<string>);
  /** Failures after which there is nothing left to do: they count as done. */
  ignore?: (new (
    ...args: never[]
  ) => Error)[];
  /** A field that bears every message of a failure; the failure's own, or the form, when left out. */
  errorField?: string;
  /** Whether what was typed must not come back: codes, passwords, and boxes to be ticked anew each time. */
  isSecret?: boolean;
  /** Whether `run` compares itself for whom the form was drawn, and asks: visitors may send the form too. */
  comparesWriter?: true;
  who?: () => Promise<Who>;
};

type Action<Bound> = undefined extends Bound
  ? (state: FormState, form: FormData) => Promise<FormState>
  : (params: Bound, state: FormState, form: FormData) => Promise<FormState>;

/**
 * The action of a form: parses what it is bound to and what was typed, calls one command, and redirects or shows what is
 * wrong beside the fields, with everything that was typed. With `params`, bind one object: `action.bind(null, { id })`.
 * What cannot be taken because the session has ended, or because its subject is gone, is stored and comes back: see
 * docs/decisions/0112.
 */
export function formAction<Bound = undefined, Params = Bound, Input = undefined, Result = void, Who = Person>(
  options: Options<Bound, Params, Input, Result, Who>,
): Action<Bound> {
  const { then, preview, ignore = [], errorField, isSecret = false, who = getPerson as () => Promise<Who> } = options;
  const schema = options.input && "safeParse" in options.input ? objectSchema(options.input) : null;
  const arrays = schema ? arrayFields(schema) : (options.arrays ?? []);

  const action = async (...args: unknown[]): Promise<FormState> => {
    const form = args.at(-1) as FormData;
    const params = parseParams(options.params, args[0]);
    const { step = "", ...values } = submittedValues(form, arrays);
    const reply = ({ result, ...state }: Partial<FormState>): FormState => {
      if (state.errors) reportFormFailure(Object.values(state.errors).join(" "));
      return {
        errors: {},
        values: isSecret ? {} : values,
        isSubmitted: true,
        ...state,
        ...((preview || result) && { result: { ...preview?.(values), ...result } }),
      };
    };
    const origin = options.who ? null : formOriginOf(form); // with another, somebody is signing in
    /** Stores what was typed. @returns a reply where it cannot be stored */
    const interrupt = async (interruption: Interruption): Promise<FormState | null> => {
      if (!origin || isSecret || !holdsText(values)) return null;
      try {
        await interruptForm({ origin, interruption, values }, await getClientKey());
        return null;
      } catch (error) {
        if (!(error instanceof RateLimited)) throw error;
        return reply({ errors: { form: `${interruptionTexts[interruption]} ${error.message}` } });
      }
    };
    let goTo: string | undefined;
    try {
      const context = { params, form, values, step: String(step), person: await who() };
      const whyNot = origin && !options.comparesWriter && whyNotTheirs(origin.owner, context.person as Person);
      if (origin && whyNot) {
        const unstored = await interrupt(whyNot);
        if (unstored) return unstored;
        goTo = paths.signInTo(origin.page);
      } else {
        const unchecked = options.unchecked?.[context.step];
        if (unchecked) return reply((await unchecked(context)).state);
        const parsed = await parseInput(options.input, form, values, params);
        if ("errors" in parsed) return reply({ errors: parsed.errors });
        const result = await options.run({ ...context, input: parsed.input });
        if (result instanceof FormReply) return reply(result.state);
        const done = { ...context, input: parsed.input, result: result as Exclude<Result, FormReply> };
        goTo = typeof then === "function" ? await then(done) : then;
        if (origin) await discardSentForm(origin);
      }
    } catch (error) {
      if (error instanceof NotFound && !ignore.includes(NotFound)) {
        if (!origin || isSecret || !holdsText(values)) notFound();
        const unstored = await interrupt("gone");
        if (unstored) return unstored;
        goTo = paths.unsent;
      } else {
        if (!ignore.some((kind) => error instanceof kind)) return reply({ errors: messageOf(error, errorField) });
        goTo = typeof then === "string" ? then : undefined;
      }
    }
    if (goTo === undefined) return { errors: {}, values: {}, isSubmitted: true };
    redirect(goTo);
  };
  // tests read what each action is bound to
  return Object.assign(action, { params: options.params ?? null }) as Action<Bound>;
}

/** The message of a failure beside its field. @throws the error itself when it is not user-facing */
function messageOf(error: unknown, errorField: string | undefined): Errors {
  if (!isUserFacing(error)) throw error;
  const field = errorField ?? (error instanceof RuleViolation ? error.field : "form");
  return { [field]: error.message };
}

function parseParams<Params>(schema: z.ZodType<Params, unknown> | undefined, bound: unknown): Params {
  if (!schema) return undefined as Params;
  const parsed = schema.safeParse(bound);
  if (!parsed.success) notFound();
  return parsed.data;
}

async function parseInput<Params, Input>(
  input: Options<unknown, Params, Input, unknown, unknown>["input"],
  form: FormData,
  values: FormValues,
  params: Params,
): Promise<Parsed<Input>> {
  if (!input) return { input: undefined as Input };
  if (!("safeParse" in input)) return input(form, params);
  const parsed = input.safeParse(ofSchema(input, values));
  return parsed.success ? { input: parsed.data } : { errors: fieldErrors(parsed.error) };
}

/** The fields that the schema names: a form has others, such as its buttons. */
function ofSchema(schema: z.ZodType, values: FormValues): FormValues {
  const names = Object.keys(objectSchema(schema)?.shape ?? values);
  return Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
}
