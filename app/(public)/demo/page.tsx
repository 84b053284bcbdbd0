import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/forms/action-form";
import { Page } from "@/components/ui/page";
import { editionSchedule } from "@/lib/env";
import { isDemo, listCast } from "@/lib/people/demo-cast.queries";
import { enterDemo } from "./actions";

export const metadata: Metadata = { title: "The demonstration" };

/** Signs in as any of the cast. Only where `npm run demo` started the service on its own database. */
export default async function DemoPage() {
  if (!isDemo()) notFound();
  const cast = await listCast();
  return (
    <Page
      title="Try the service as somebody else"
      lead="This is a demonstration. The people, comments, reactions and decisions are made up. The places and strategies are real."
    >
      {editionSchedule().everyMinute && (
        <p className="measure mb-6">
          Here, comments and reactions show within a minute. In the real service they show the next morning. This way
          nobody can tell when you wrote.
        </p>
      )}
      <ul>
        {cast.map(({ key, label, story, receipt }) => (
          <li key={key} className="border-line border-t py-4">
            <h2 className="font-semibold text-xl">{label}</h2>
            <p className="mb-3">{story}</p>
            {receipt && <p className="mb-3 text-muted">Receipt: {receipt}</p>}
            <ActionButton action={enterDemo.bind(null, { key })}>
              Sign in<span className="sr-only"> as {label}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
    </Page>
  );
}
