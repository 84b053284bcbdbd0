import { demoNotice } from "@/lib/people/demo-tours.rules";
import { paths } from "@/lib/routes";

/** Above every page of the demonstration, also on paper, so that nobody takes it for a statement of the bodies named. */
export function DemoBanner() {
  return (
    <aside
      aria-label="Demonstration"
      className="bg-warning-soft text-warning print:bg-card print:text-ink print:text-xs"
    >
      <p className="shell py-1 text-sm/snug">
        <strong>{demoNotice.title}</strong> {demoNotice.text}{" "}
        <a href={paths.demo} className="inline-block py-1 underline print:hidden">
          Take a tour
        </a>
      </p>
    </aside>
  );
}
