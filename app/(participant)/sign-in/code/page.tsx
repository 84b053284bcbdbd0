import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/routes";
import { signInByCode } from "./actions";

export const metadata: Metadata = { title: "Type your code" };

export default function CodePage() {
  return (
    <Page
      title="Check your email"
      lead="We sent you an email called “Your sign-in code”. It can take a minute to arrive."
    >
      <ActionForm action={signInByCode}>
        <TextField
          name="code"
          label="Code from our email"
          hint="8 letters and numbers, like 7K2M 04QD. You can leave out capitals and spaces. It works once, for 10 minutes."
          spellCheck={false}
          autoComplete="one-time-code"
        />
        <Button>Sign in</Button>
      </ActionForm>
      <h2 className="mt-10 mb-2 text-xl">No email?</h2>
      <p>
        Check your spam folder. Then check the address, and{" "}
        <a className="link" href={paths.signIn}>
          ask for a new code
        </a>
        . We send up to 5 codes to one address. Then you must wait 15 minutes.
      </p>
    </Page>
  );
}
