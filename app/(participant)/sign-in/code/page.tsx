import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/routes";
import { signInByCode } from "./actions";
import { CodeForm } from "./code-form";

export const metadata: Metadata = { title: "Type your code" };

export default function CodePage() {
  return (
    <Page title="Look in your e-mail" lead="We sent you a mail called “Your sign-in code”. It can take a minute.">
      <CodeForm action={signInByCode} />
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
