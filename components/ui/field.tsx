import type { ReactNode } from "react";

type FieldProps = { name: string; label: string; hint?: string; error?: string };

const controlClasses =
  "block w-full rounded-md border-2 bg-card px-3 py-2 text-ink aria-invalid:border-bad min-h-11 border-edge";

/** What a control says of itself: its id, and the hint and error that describe it. */
function controlAttributes({ name, hint, error }: FieldProps) {
  const describedBy = [hint && `hint-${name}`, error && `error-${name}`].filter(Boolean).join(" ");
  return {
    id: `field-${name}`,
    name,
    "aria-describedby": describedBy || undefined,
    "aria-invalid": error ? true : undefined,
  };
}

function FieldMessages({ name, hint, error }: Omit<FieldProps, "label">) {
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

function LabelledField({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <div className={`mb-6 ${field.error ? "border-l-4 border-bad pl-4" : ""}`}>
      <label htmlFor={`field-${field.name}`} className="mb-1 block font-semibold">
        {field.label}
      </label>
      <FieldMessages {...field} />
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
};

export function TextField({ label, hint, error, type = "text", ...rest }: TextFieldProps) {
  const field = { name: rest.name, label, hint, error };
  return (
    <LabelledField {...field}>
      <input type={type} className={controlClasses} {...rest} {...controlAttributes(field)} />
    </LabelledField>
  );
}

/** @param accept the kinds of file that the browser offers first */
export function FileField({ accept, ...field }: FieldProps & { accept: string }) {
  return (
    <LabelledField {...field}>
      <input type="file" className={controlClasses} accept={accept} {...controlAttributes(field)} />
    </LabelledField>
  );
}

type TextAreaProps = FieldProps & { defaultValue?: string; rows?: number; maxLength?: number; autoFocus?: boolean };

/** `maxLength` is told to scripts that count, not to the browser, which would cut off a pasted text in silence. */
export function TextArea({ label, hint, error, maxLength, rows = 8, ...rest }: TextAreaProps) {
  const field = { name: rest.name, label, hint, error };
  return (
    <LabelledField {...field}>
      <textarea className={controlClasses} rows={rows} data-limit={maxLength} {...rest} {...controlAttributes(field)} />
    </LabelledField>
  );
}

type SelectProps = FieldProps & {
  options: { value: string; label: string }[];
  emptyLabel?: string;
  defaultValue?: string;
};

export function Select({ label, hint, error, options, emptyLabel, ...rest }: SelectProps) {
  const field = { name: rest.name, label, hint, error };
  return (
    <LabelledField {...field}>
      <select className={controlClasses} {...rest} {...controlAttributes(field)}>
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

type Option = { value: string; label: string; hint?: string };
type GroupProps = { name: string; legend: string; hint?: string; error?: string; options: Option[] };

export function Radios({ defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  return <OptionGroup {...group} type="radio" selected={defaultValue ? [defaultValue] : []} />;
}

export function Checkboxes({ defaultValue = [], ...group }: GroupProps & { defaultValue?: string[] }) {
  return <OptionGroup {...group} type="checkbox" selected={defaultValue} />;
}

function OptionGroup({ type, selected, options, legend, ...group }: GroupProps & { type: string; selected: string[] }) {
  const { id, name, ...described } = controlAttributes({ ...group, label: legend });
  return (
    <fieldset
      className={`mb-6 ${group.error ? "border-l-4 border-bad pl-4" : ""}`}
      aria-describedby={described["aria-describedby"]}
    >
      <legend className="mb-1 font-semibold">{legend}</legend>
      <FieldMessages {...group} />
      {options.map((option, index) => {
        const optionId = index === 0 ? id : `${id}-${option.value}`; // the first is where an error's link leads
        return (
          <div key={option.value} className="flex min-h-11 items-start gap-3 py-1.5">
            <input
              type={type}
              id={optionId}
              name={name}
              value={option.value}
              defaultChecked={selected.includes(option.value)}
              aria-describedby={option.hint ? `${optionId}-hint` : undefined}
              className="mt-0.5 size-6 shrink-0 accent-brand"
            />
            <div>
              <label htmlFor={optionId} className="block py-0.5">
                {option.label}
              </label>
              {option.hint && (
                <p id={`${optionId}-hint`} className="text-muted">
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
