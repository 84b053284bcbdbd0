import type { ReactNode } from "react";
import { TextArea } from "@/components/forms/fields";
import { WhenTyped } from "@/components/forms/form-result";

/** Shown in the place of a form that cannot be sent any more: what was typed, to be copied, and what to do with it. */
export function UnsentText({ label, children }: { label: string; children?: ReactNode }) {
  return (
    <>
      <WhenTyped name="text">
        <TextArea name="text" label={label} hint="This was not sent. Copy it now to use it elsewhere." readOnly />
      </WhenTyped>
      {children}
    </>
  );
}
