import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { requestSignInMail, signInByReceipt } from "./actions";

/** @param to the page to come back to, or "" */
export function EmailForm({ to }: { to: string }) {
  return (
    <ActionForm action={requestSignInMail}>
      <HiddenField name="to" value={to} />
      <TextField
        name="email"
        label="Your email address"
        hint="Use your own address, not a work one. Your employer may be able to read work email."
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
      />
      <Button>Email me a code</Button>
    </ActionForm>
  );
}

/** @param to the page to come back to, or "" */
export function ReceiptForm({ to }: { to: string }) {
  return (
    <ActionForm action={signInByReceipt}>
      <HiddenField name="to" value={to} />
      <TextField
        name="receipt"
        label="Receipt code"
        hint="It has 26 letters and numbers. You can leave out capitals and spaces."
        autoComplete="off"
        spellCheck={false}
      />
      <Button>Come back</Button>
    </ActionForm>
  );
}
