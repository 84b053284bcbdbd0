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
          hint="Six figures. It works once, for ten minutes."
          inputMode="numeric"
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
        .
      </p>
    </Page>
  );
}
