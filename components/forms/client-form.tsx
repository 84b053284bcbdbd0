"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useActionState, useSyncExternalStore } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormContext } from "@/components/forms/form-context";
import { RestoredNotice } from "@/components/forms/restored-notice";
import { encodeFormOrigin, formOriginField, unsentParam } from "@/lib/forms/form-origin.rules";
import { type FormAction, type FormState, type FormValues, initialFormState } from "@/lib/forms/form-state";
import { allSubmittedValues } from "@/lib/forms/submitted-values";

/** A form of this browser that could not be taken. */
type Interrupted = { page: string; form: string; interruption: string; values: FormValues };

export type FormProps = {
  action: FormAction;
  /** For a page with several forms: the prefix of the ids of this form's fields. */
  id?: string;
  /** For a page with several forms: what sets this one apart, where `id` does not. */
  name?: string;
  /** What fields show before anything was sent, by name. */
  defaults?: FormValues;
  className?: string;
  /** Replaces the form once the action has given the result of this name. */
  done?: { result: string; content: ReactNode };
  /** Whether what is typed must never be stored: a code that opens something. */
  isSecret?: boolean;
  children: ReactNode;
};

type Props = FormProps & { owner: string; interrupted: Interrupted[] };

/** The part of `ActionForm` that has its state. Attributes on the form let our server see whether a page shows it. */
export function ClientForm(props: Props) {
  const {
    action,
    id,
    name = id ?? "",
    defaults = {},
    className,
    done,
    isSecret = false,
    owner,
    interrupted,
    children,
  } = props;
  const page = usePage();
  const isHydrated = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  // a page without scripts posts the action itself: it can be wrapped only afterwards
  const [state, post] = useActionState(isHydrated ? retaining(action) : action, initialState(interrupted, page, name));
  const values = state.isSubmitted ? state.values : defaults;
  return (
    <FormContext value={{ state, values, scope: id ?? "field" }}>
      {done && state.result?.[done.result] !== undefined ? (
        done.content
      ) : (
        <form
          action={post}
          id={id}
          noValidate
          className={className}
          data-form-state={state.restored ? "restored" : state.isSubmitted ? "returned" : undefined}
        >
          {!isSecret && <input type="hidden" name={formOriginField} value={encodeFormOrigin({ page, name, owner })} />}
          <ErrorSummary />
          <RestoredNotice />
          {children}
        </form>
      )}
    </FormContext>
  );
}

/** What the form shows at first: nothing, or what was typed into it before something came between. */
function initialState(interrupted: Interrupted[], page: string, name: string): FormState {
  const restored = interrupted.find((form) => form.page === page && form.form === name);
  if (!restored) return initialFormState;
  return { errors: {}, values: restored.values, isSubmitted: true, restored: restored.interruption };
}

/** The action, which returns all that was typed when the server cannot be reached, or fails. */
const retaining =
  (action: FormAction): FormAction =>
  async (state, form) => {
    try {
      return await action(state, form);
    } catch (error) {
      if (String((error as { digest?: unknown }).digest).startsWith("NEXT_")) throw error; // a redirect or a 404 of Next's
      const message = "We could not connect, so this was not sent. Your text is still here. Try sending it again.";
      return { ...state, errors: { form: message }, values: allSubmittedValues(form), isSubmitted: true };
    }
  };

const maxPageLength = 300;

/** The address of the page, as `localPath` takes it. */
function usePage(): string {
  const path = usePathname();
  const params = new URLSearchParams(useSearchParams().toString());
  params.delete(unsentParam);
  const query = params.toString();
  const page = query ? `${path}?${query}` : path;
  return page.length > maxPageLength ? path : page;
}
