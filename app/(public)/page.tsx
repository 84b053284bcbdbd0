import { PlaceSearchForm } from "@/components/areas/place-search-form";
import { StrategyList } from "@/components/strategies/strategy-list";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/routes";
import { getConsultationEvidence } from "@/lib/strategies/consultation-evidence.queries";
import { listStrategies } from "@/lib/strategies/strategy.queries";
import { isOpenForComments } from "@/lib/strategies/strategy.rules";

const orListFormat = new Intl.ListFormat("en-GB", { type: "disjunction" });

export default async function HomePage() {
  const [strategies, evidence] = await Promise.all([listStrategies(), getConsultationEvidence("hertfordshire")]);
  const kinds = orListFormat.format([...new Set(strategies.map(({ kindName }) => `a ${kindName}`))]);
  const leads = orListFormat.format([
    ...new Set(
      strategies.flatMap(({ leadType, leadKind }) =>
        leadType === "mayor" ? [] : [leadType === "lep" ? `a ${leadKind}, run mostly by employers,` : `a ${leadKind}`],
      ),
    ),
  ]);
  const open = strategies.filter((strategy) => isOpenForComments(strategy, new Date()));
  return (
    <>
      <div className="shell grid items-center gap-8 py-8 sm:py-12 lg:grid-cols-[3fr_2fr] lg:gap-12">
        <div>
          <h1 className="mb-5 text-4xl leading-tight sm:text-5xl sm:leading-[1.1]">
            Your area has a plan for jobs. Say what it means for yours.
          </h1>
          <p className="measure text-xl leading-relaxed">
            Each part of England has {kinds}: a plan for jobs, training, transport and business. A mayor or {leads}{" "}
            leads it, but does not have to ask the people who do the work. Here you can tell them what you think, and
            they must answer. Everyone can see what is overdue.
          </p>
        </div>
        {evidence && <ConsultationFact {...evidence} />}
      </div>
      <div className="shell">
        <PlaceSearchForm />
      </div>
      <Steps />
      <section aria-labelledby="open" className="shell">
        <h2 id="open" className="mb-4 text-3xl">
          Open for comments now
        </h2>
        {open.length > 0 ? (
          <StrategyList strategies={open} />
        ) : (
          <p className="mb-4">No strategies are open today. You can still read them all.</p>
        )}
        <p className="mt-6">
          <ButtonLink href={paths.strategies} kind="secondary">
            See all {strategies.length} strategies
          </ButtonLink>{" "}
          <ButtonLink href={paths.england} kind="secondary">
            See all of England
          </ButtonLink>
        </p>
      </section>
    </>
  );
}

/** One fact that shows why this service is needed. */
function ConsultationFact({
  respondents,
  hasUnion,
  source,
}: {
  respondents: string[];
  hasUnion: boolean;
  source: string;
}) {
  return (
    <aside aria-label="Why it matters" className="border-t-[6px] border-gold bg-card p-6">
      <p className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <span className="text-6xl font-extrabold text-link">{respondents.length}</span>
        <span className="text-xl font-bold">responses, {hasUnion ? "few unions" : "no trade unions"}</span>
      </p>
      <p>
        In 2019 Hertfordshire asked people about its draft strategy. It named {respondents.length} who responded:
        councils, businesses and charities. {hasUnion ? "" : "None of them was a trade union."}{" "}
        <a className="link" href={source} rel="noreferrer">
          See the source
        </a>
        .
      </p>
    </aside>
  );
}

const steps = [
  {
    title: "Find your strategy",
    text: "Enter the town where you work. See who makes decisions there, and what the plan says.",
  },
  {
    title: "Say what it means for you",
    text: "Your shifts, your bus, your training, your pay. You do not need to give a name or email address. You come back with a secret code.",
  },
  {
    title: "Be read and be counted",
    text: "A trade union rep checks your comment, usually before it is published. The people leading the strategy see what was said, and by how many people.",
  },
];

function Steps() {
  return (
    <section aria-labelledby="how" className="shell py-10 sm:py-14">
      <h2 id="how" className="mb-5 text-3xl">
        How it works
      </h2>
      <ol className="grid gap-6 sm:grid-cols-3 sm:gap-8">
        {steps.map(({ title, text }, at) => (
          <li key={title} className="flex gap-4 sm:block">
            <span
              aria-hidden="true"
              className="mb-3 flex size-11 shrink-0 items-center justify-center rounded-full bg-gold text-xl font-extrabold text-on-gold"
            >
              {at + 1}
            </span>
            <div>
              <h3 className="mb-1 text-xl">{title}</h3>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ol>
      <p className="measure mt-8 border-l-[6px] border-gold pl-5">
        <strong>Safe to speak up.</strong> We never ask for your name, your employer, or whether you are in a union.{" "}
        <a className="link" href={paths.privacy}>
          How we keep you safe
        </a>
        .
      </p>
    </section>
  );
}
