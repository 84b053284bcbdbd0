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
    <Page title="Look in your email" lead="We sent you a mail called “Your sign-in code”. It can take a minute.">
      <ActionForm action={signInByCode}>
        <TextField
          name="code"
          label="The code from our mail"
          hint="8 letters and numbers, like 7K2M 04QD. Capitals and spaces do not matter. It works once, for 10 minutes."
          spellCheck={false}
          autoComplete="one-time-code"
        />
        <Button>Sign in</Button>
      </ActionForm>
      <h2 className="mt-10 mb-2 text-xl">Nothing came?</h2>
      <p>
        Look where your mail keeps junk. Then check the address, and{" "}
        <a className="link" href={paths.signIn}>
          ask for a new code
        </a>
        . We send 5 codes to one address in 15 minutes, and no more: then wait 15 minutes.
      </p>
    </Page>
  );
}
