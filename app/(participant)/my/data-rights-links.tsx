import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

const links = [
  { href: paths.myData, label: "See the data we hold about you" },
  { href: paths.myDataFile, label: "Download your data" },
  { href: `${paths.myData}#agreed`, label: "Withdraw your consent" },
  { href: paths.complaints, label: "Complain about how we treat you or use your data" },
  { href: paths.erase, label: "Erase my data" },
];

/** What a person may ask of us by law, each one press away. */
export function DataRightsLinks() {
  return (
    <section aria-labelledby="your-data" className="mt-10 border-line border-t pt-6">
      <h2 id="your-data" className="mb-2 text-2xl">
        Your data
      </h2>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <TextLink href={href}>{label}</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
