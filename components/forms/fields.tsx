"use client";

import type { ReactNode } from "react";
import { type FieldProps, useField, useFormState, useInitialFocus } from "@/components/forms/form-context";

export type Option = { value: string; label: string; hint?: string };

const controlClasses =
  "block w-full rounded-md border-2 bg-card px-3 py-2 text-ink aria-invalid:border-bad min-h-11 border-edge";

const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

function FieldMessages({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mb-1.5 font-semibold text-bad">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
    </>
  );
}

type LabelledProps = { id: string; label: string; hint?: string; error?: string; children: ReactNode };

function LabelledField({ id, label, hint, error, children }: LabelledProps) {
  return (
    <div className={`mb-6 ${error ? "border-l-4 border-bad pl-4" : ""}`}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <FieldMessages id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

type TextFieldProps = FieldProps & {
  defaultValue?: string;
  type?: "text" | "email" | "search" | "date" | "number";
  inputMode?: "text" | "email" | "numeric" | "search";
  autoComplete?: string;
  spellCheck?: boolean;
  autoFocus?: boolean;
  /** Values that the browser offers while somebody types. */
  suggestions?: readonly string[];
};

export function TextField({
  label,
  hint,
  error,
  defaultValue,
  type = "text",
  autoFocus,
  suggestions = [],
  ...rest
}: TextFieldProps) {
  const field = useField({ name: rest.name, hint, error });
  const focus = useInitialFocus(autoFocus);
  return (
    <LabelledField id={field.id} label={label} hint={hint} error={field.error}>
      <input
        type={type}
        className={controlClasses}
        defaultValue={text(field.value) ?? defaultValue}
        list={suggestions.length > 0 ? `${field.id}-suggestions` : undefined}
        {...focus}
        {...rest}
        {...field.attributes}
      />
      {suggestions.length > 0 && (
        <datalist id={`${field.id}-suggestions`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </LabelledField>
  );
}

type FileFieldProps = FieldProps & {
  /** The kinds of file that the browser offers first. */
  accept: string;
  /** Larger files are refused by browser scripts before they are sent, and by the server in any case. */
  maxBytes?: number;
};

export function FileField({ accept, maxBytes, label, hint, ...rest }: FileFieldProps) {
  const field = useField({ ...rest, hint });
  return (
    <LabelledField id={field.id} label={label} hint={hint} error={field.error}>
      <input type="file" className={controlClasses} accept={accept} data-max-bytes={maxBytes} {...field.attributes} />
    </LabelledField>
  );
}

type TextAreaProps = FieldProps & {
  defaultValue?: string;
  rows?: number;
  maxLength?: number;
  autoFocus?: boolean;
  readOnly?: boolean;
};

/** `maxLength` is for scripts that count, not for the browser, which would cut off a pasted text in silence. */
export function TextArea({ label, hint, error, defaultValue, maxLength, rows = 8, autoFocus, ...rest }: TextAreaProps) {
  const field = useField({ name: rest.name, hint, error });
  const focus = useInitialFocus(autoFocus);
  return (
    <LabelledField id={field.id} label={label} hint={hint} error={field.error}>
      <textarea
        className={controlClasses}
        rows={rows}
        data-limit={maxLength}
        defaultValue={text(field.value) ?? defaultValue}
        {...focus}
        {...rest}
        {...field.attributes}
      />
    </LabelledField>
  );
}

type SelectProps = FieldProps & { options: Option[]; emptyLabel?: string; defaultValue?: string };

export function Select({ label, hint, error, options, emptyLabel, defaultValue, name }: SelectProps) {
  const field = useField({ name, hint, error });
  const selected = text(field.value) ?? defaultValue;
  return (
    <LabelledField id={field.id} label={label} hint={hint} error={field.error}>
      {/* React resets a form after its action: by a new key it is drawn with what was chosen */}
      <select key={selected} className={controlClasses} defaultValue={selected} {...field.attributes}>
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}

type GroupProps = { name: string; legend: string; hint?: string; error?: string; options: Option[] };

export function Radios({ defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  return <OptionGroup {...group} type="radio" defaults={defaultValue === undefined ? [] : [defaultValue]} />;
}

/** `shown`: how many are visible at first, the others behind a summary unless one of them is chosen; all without it. */
export function Checkboxes({
  defaultValue = [],
  ...group
}: GroupProps & { defaultValue?: string[]; shown?: number; moreLabel?: string }) {
  return <OptionGroup {...group} type="checkbox" defaults={defaultValue} />;
}

/** One box that has to be ticked before a form is sent. */
export function ConfirmBox({ name, legend, label }: { name: string; legend: string; label: string }) {
  return <Checkboxes name={name} legend={legend} options={[{ value: "yes", label }]} />;
}

type OptionGroupProps = GroupProps & { type: string; defaults: string[]; shown?: number; moreLabel?: string };

function OptionGroup({
  type,
  defaults,
  options,
  legend,
  shown = options.length,
  moreLabel,
  ...group
}: OptionGroupProps) {
  const { state } = useFormState();
  const { id, error, value, attributes } = useField(group);
  const typed = value === undefined ? undefined : [value].flat();
  const selected = typed ?? (state.isSubmitted ? [] : defaults); // nothing is sent of a group with nothing chosen
  const rest = options.slice(shown);
  const renderOption = (option: Option) => (
    <ChoiceOption
      key={option.value}
      option={option}
      id={option === options[0] ? id : `${id}-${option.value}`} // an error's link leads to the first
      {...{ type, name: group.name, isChosen: selected.includes(option.value) }}
    />
  );
  return (
    <fieldset
      key={selected.join()}
      className={`mb-6 ${error ? "border-l-4 border-bad pl-4" : ""}`}
      aria-describedby={attributes["aria-describedby"]}
    >
      <legend className="mb-1 font-semibold">{legend}</legend>
      <FieldMessages id={id} hint={group.hint} error={error} />
      {options.slice(0, shown).map(renderOption)}
      {rest.length > 0 && (
        <details open={rest.some((option) => selected.includes(option.value)) || undefined}>
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">{moreLabel}</summary>
          {rest.map(renderOption)}
        </details>
      )}
    </fieldset>
  );
}

type ChoiceOptionProps = { option: Option; id: string; type: string; name: string; isChosen: boolean };

function ChoiceOption({ option: { value, label, hint }, id, type, name, isChosen }: ChoiceOptionProps) {
  return (
    <div className="flex min-h-11 items-start gap-3 py-1.5">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={isChosen}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-6 shrink-0 accent-brand"
      />
      <div>
        <label htmlFor={id} className="block py-0.5">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/**
 * A value that is submitted with the form: `value`, unless `isRetained` and the action returned another, such as the
 * version of a text that was read before an error, or the form's own id.
 */
export function HiddenField({
  name,
  value,
  isRetained = false,
}: {
  name: string;
  value: string | number;
  isRetained?: boolean;
}) {
  const { state, values } = useFormState();
  const returned = isRetained ? (state.result?.[name] ?? text(values[name])) : undefined;
  return <input type="hidden" name={name} value={String(returned ?? value)} />;
}
