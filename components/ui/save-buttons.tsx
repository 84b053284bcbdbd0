import { Button, ButtonLink } from "@/components/ui/button";

/** The end of a form: keep it, or leave it as it was. */
export function SaveButtons({ back, save = "Save" }: { back: string; save?: string }) {
  return (
    <p className="flex flex-wrap gap-3">
      <Button>{save}</Button>
      <ButtonLink kind="secondary" href={back}>
        Go back without saving
      </ButtonLink>
    </p>
  );
}
