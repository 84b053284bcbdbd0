import { TextLink } from "@/components/ui/text-link";
import { subjects } from "@/lib/areas/subject.rules";
import { paths } from "@/lib/routes";

/** Links to the same page on each subject. `current`: the id of the subject shown; null for all. */
export function SubjectLinks({ slug, current = null }: { slug: string; current?: string | null }) {
  const all = [{ id: null, name: "All subjects" }, ...subjects];
  return (
    <nav aria-label="By subject" className="my-4 print:hidden">
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
    </nav>
  );
}
