import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { publicOrigin } from "@/lib/env";
import { NotFound, RuleViolation } from "@/lib/errors";
import { singleParams } from "@/lib/forms/query-params";
import { paths } from "@/lib/routes";
import { getSlips, type Slip } from "@/lib/unions/meetings/meeting-record.queries";

export const metadata: Metadata = { title: "Slips to hand back" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ number?: string | string[] }> };

export default async function SlipsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { number } = singleParams(await searchParams);
  const person = await requireAccount(paths.slips(id));
  const only = number && /^\d{1,4}$/.test(number) ? Number(number) : undefined;
  const slips = await getSlips(person, id, only).catch((error) => {
    if (error instanceof NotFound || error instanceof RuleViolation) notFound();
    throw error;
  });
  return (
    <div className="sheet">
      <Page title="Slips to hand back">
        <p className="mb-6 print:hidden">
          Print this page and cut along the lines. Each slip belongs to the person whose comment is on it.{" "}
          <TextLink href={paths.meeting(id)}>Go back to the record</TextLink>
        </p>
        <ol>
          {slips.map((slip) => (
            <SlipItem key={slip.number} {...slip} />
          ))}
        </ol>
      </Page>
    </div>
  );
}

function SlipItem({ number, alias, receipt, text }: Slip) {
  return (
    <li className="break-inside-avoid border-edge border-t-2 border-dashed py-5">
      <p className="mb-1">
        Number {number}, appears as <strong>{alias}</strong>
      </p>
      <p className="mb-2 line-clamp-2 break-words text-muted" dir="auto">
        {text}
      </p>
      <p className="mb-2 font-mono text-xl">{receipt.match(/.{1,5}/g)?.join(" ")}</p>
      <p>
        Use this code on your own phone to see what happened to your comment, or to withdraw it:{" "}
        <strong className="break-words">{publicOrigin() + paths.signIn}</strong>, “With your receipt”.
      </p>
    </li>
  );
}
