import { demoNotice } from "@/lib/people/demo-tours.rules";
import { paths } from "@/lib/routes";

/**
 * Above every page of the demonstration, so that nobody takes it for a statement of the bodies named. On paper it is
 * beside the name of the service and takes no space, so that what is handed out stays on its sheets.
 */
export function DemoBanner() {
  return (
    <aside
      aria-label="Demonstration"
      className="bg-warning-soft text-warning print:absolute print:top-0 print:right-0 print:w-3/5 print:bg-transparent print:text-right print:text-ink"
    >
      <p className="shell py-1 text-sm/snug print:p-0 print:text-[7pt]/tight">
        <strong>{demoNotice.title}</strong> {demoNotice.text}{" "}
        <a href={paths.demo} className="inline-block py-1 underline print:hidden">
          Take a tour
        </a>
      </p>
    </aside>
  );
}
