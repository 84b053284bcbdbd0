import type { ReactNode } from "react";

type Around = { name: string; label: string; hint?: string; error?: string };

const box = "block w-full rounded-md border-2 bg-card px-3 py-2 text-ink aria-invalid:border-bad min-h-11 border-edge";

/** What a control says of itself: its id, and the hint and error that describe it. */
function marks({ name, hint, error }: Around) {
  const by = [hint && `hint-${name}`, error && `error-${name}`].filter(Boolean).join(" ");
  return { id: `field-${name}`, name, "aria-describedby": by || undefined, "aria-invalid": error ? true : undefined };
}

function Said({ name, hint, error }: Omit<Around, "label">) {
  return (
    <>
      {hint && (
        <p id={`hint-${name}`} className="mb-1.5 text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`error-${name}`} className="mb-1.5 font-semibold text-bad">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
    </>
  );
}

function Labelled({ children, ...field }: Around & { children: ReactNode }) {
  return (
    <div className={`mb-6 ${field.error ? "border-l-4 border-bad pl-4" : ""}`}>
      <label htmlFor={`field-${field.name}`} className="mb-1 block font-semibold">
        {field.label}
      </label>
      <Said {...field} />
      {children}
    </div>
  );
}

type TextFieldProps = Around & {
  defaultValue?: string;
  type?: "text" | "email" | "search" | "date" | "number";
  inputMode?: "text" | "email" | "numeric" | "search";
  autoComplete?: string;
  spellCheck?: boolean;
};

export function TextField({ label, hint, error, type = "text", ...rest }: TextFieldProps) {
  const field = { name: rest.name, label, hint, error };
  return (
    <Labelled {...field}>
      <input type={type} className={box} {...rest} {...marks(field)} />
    </Labelled>
  );
}

/** @param accept the kinds of file that the browser offers first */
export function FileField({ accept, ...field }: Around & { accept: string }) {
  return (
    <Labelled {...field}>
      <input type="file" className={box} accept={accept} {...marks(field)} />
    </Labelled>
  );
}

type TextAreaProps = Around & { defaultValue?: string; rows?: number; maxLength?: number; autoFocus?: boolean };

/** `maxLength` is told to scripts that count, not to the browser, which would cut off a pasted text in silence. */
export function TextArea({ label, hint, error, maxLength, rows = 8, ...rest }: TextAreaProps) {
  const field = { name: rest.name, label, hint, error };
  return (
    <Labelled {...field}>
      <textarea className={box} rows={rows} data-limit={maxLength} {...rest} {...marks(field)} />
    </Labelled>
  );
}

type SelectProps = Around & {
  options: { value: string; label: string }[];
  emptyLabel?: string;
  defaultValue?: string;
};

export function Select({ label, hint, error, options, emptyLabel, ...rest }: SelectProps) {
  const field = { name: rest.name, label, hint, error };
  return (
    <Labelled {...field}>
      <select className={box} {...rest} {...marks(field)}>
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type Option = { value: string; label: string; hint?: string };
type GroupProps = { name: string; legend: string; hint?: string; error?: string; options: Option[] };

export function Radios({ defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  return <Choices {...group} type="radio" chosen={defaultValue ? [defaultValue] : []} />;
}

export function Checkboxes({ defaultValue = [], ...group }: GroupProps & { defaultValue?: string[] }) {
  return <Choices {...group} type="checkbox" chosen={defaultValue} />;
}

function Choices({ type, chosen, options, legend, ...group }: GroupProps & { type: string; chosen: string[] }) {
  const { id, name, ...described } = marks({ ...group, label: legend });
  return (
    <fieldset
      className={`mb-6 ${group.error ? "border-l-4 border-bad pl-4" : ""}`}
      aria-describedby={described["aria-describedby"]}
    >
      <legend className="mb-1 font-semibold">{legend}</legend>
      <Said {...group} />
      {options.map((option, at) => {
        const own = at === 0 ? id : `${id}-${option.value}`; // the first is where an error's link leads
        return (
          <div key={option.value} className="flex min-h-11 items-start gap-3 py-1.5">
            <input
              type={type}
              id={own}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              aria-describedby={option.hint ? `${own}-hint` : undefined}
              className="mt-0.5 size-6 shrink-0 accent-brand"
            />
            <div>
              <label htmlFor={own} className="block py-0.5">
                {option.label}
              </label>
              {option.hint && (
                <p id={`${own}-hint`} className="text-muted">
                  {option.hint}
                </p>
              )}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
