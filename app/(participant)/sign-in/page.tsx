import type { Metadata } from "next";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/paths";
import { isSignedIn } from "@/lib/people/policy";
import { localPath } from "@/lib/people/sign-in/rules";
import { getPerson, getStaff } from "@/lib/session";
import { askForMail, comeBack } from "./actions";
import { EmailForm } from "./email-form";
import { ReceiptForm } from "./receipt-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const to = localPath((await searchParams).to) ?? "";
  const isHalf = (await getStaff())?.isHalf;
  return (
    <Page title="Sign in" lead="You can read everything, and write, without signing in.">
      {isHalf && (
        <Callout title="You are half-way in">
          <p>
            <a className="link" href={paths.secondStep(to)}>
              Take the second step
            </a>
            , or sign in below as somebody else.
          </p>
        </Callout>
      )}
      {isSignedIn(await getPerson()) && (
        <Callout title="You are signed in already">
          <p>
            <a className="link" href={to || paths.my}>
              Go on
            </a>
            , or sign in below as somebody else.
          </p>
        </Callout>
      )}
      <section aria-labelledby="by-receipt" className="mb-12">
        <h2 id="by-receipt" className="mb-2 text-2xl">
          With your receipt
        </h2>
        <p className="mb-4">You got one when you sent your first comment without an e-mail address.</p>
        <ReceiptForm action={comeBack} to={to} />
      </section>
      <section aria-labelledby="by-email">
        <h2 id="by-email" className="mb-2 text-2xl">
          By e-mail
        </h2>
        <p className="mb-4">
          We send you a code. There is no password. We keep your address locked away, and never show it to anybody. If
          you are new here, this makes you an account.
        </p>
        <EmailForm action={askForMail} to={to} />
      </section>
    </Page>
  );
}
