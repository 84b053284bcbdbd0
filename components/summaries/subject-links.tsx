import { TextLink } from "@/components/ui/text-link";
import { subjects } from "@/lib/areas/subject.rules";
import { paths } from "@/lib/routes";

/** Links to the same page on each subject, opened on one of them. `current`: the id of the subject shown; null for all. */
export function SubjectLinks({ slug, current = null }: { slug: string; current?: string | null }) {
  const all = [{ id: null, name: "All subjects" }, ...subjects];
  return (
    <nav aria-label="By subject" className="has-[details[open]]:basis-full print:hidden">
      <details open={current !== null}>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">By subject</summary>
        <ul className="flex flex-wrap gap-x-6">
          {all.map(({ id, name }) => (
            <li key={id}>
              {id === current ? (
                <span aria-current="page" className="inline-flex min-h-11 items-center font-semibold">
                  {name}
                </span>
              ) : (
                <TextLink href={id ? paths.lepSubject(slug, id) : paths.lep(slug)}>{name}</TextLink>
              )}
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
