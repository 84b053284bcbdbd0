import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/forms/action-form";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { editionSchedule, isDemo } from "@/lib/env";
import { listCast } from "@/lib/people/demo-cast.queries";
import { demoTours, type Tour } from "@/lib/people/demo-tours.rules";
import { enterDemo } from "./actions";

export const metadata: Metadata = { title: "The demonstration" };

/** Signs in as any of the cast. Only where `npm run demo` started the service on its own database. */
export default async function DemoPage() {
  if (!isDemo()) notFound();
  const cast = await listCast();
  const labelOf = (key: string) => cast.find((member) => member.key === key)?.label ?? "";
  return (
    <Page
      title="Try the service as somebody else"
      lead="This is a demonstration. The people, comments, reactions and decisions are made up. The places and strategies are real. The bodies and unions named here did not say what it shows."
    >
      {editionSchedule().everyMinute && (
        <p className="measure mb-6">
          Here, comments and reactions show within a minute. In the real service they show the next morning. This way
          nobody can tell when you wrote.
        </p>
      )}
      <h2 className="mb-2 text-2xl">Three tours of 3 minutes</h2>
      <p className="measure mb-4">
        Sign in first, then follow the steps. Come back to this page for the next one: “Take a tour” is at the top of
        every page.
      </p>
      {demoTours.map((tour) => (
        <TourSteps key={tour.id} tour={tour} label={labelOf(tour.castKey)} />
      ))}
      <h2 className="mt-10 mb-2 text-2xl">Everybody you can be</h2>
      <ul>
        {cast.map(({ key, label, story, receipt }) => (
          <li key={key} className="border-line border-t py-4">
            <h3 className="font-semibold text-xl">{label}</h3>
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

function TourSteps({ tour, label }: { tour: Tour; label: string }) {
  return (
    <section aria-labelledby={`tour-${tour.id}`} className="mb-8 rounded-md border border-line bg-card p-4">
      <h3 id={`tour-${tour.id}`} className="mb-1 font-semibold text-xl">
        {tour.title}
      </h3>
      <p className="mb-3">{tour.lead}</p>
      <ActionButton action={enterDemo.bind(null, { key: tour.castKey })}>
        Start: sign in<span className="sr-only"> for the tour of {tour.title.toLowerCase()}</span> as {label}
      </ActionButton>
      <ol className="mt-4 list-decimal space-y-2 pl-6">
        {tour.steps.map(({ text, page }) => (
          <li key={text}>
            {text} {page && <TextLink href={page.href}>{page.name}</TextLink>}
          </li>
        ))}
      </ol>
    </section>
  );
}
