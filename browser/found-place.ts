// The place that somebody searched for, which remember-place.ts stores in this tab alone: it leaves the tab only as a
// part of what they write.

function getFoundDistricts(): string[] {
  try {
    return sessionStorage.getItem("place")?.split(" ") ?? [];
  } catch {
    return [];
  }
}

/**
 * Chooses the workplace in a new form where the place found is in one of its districts, and shows it in `output`; brings
 * the districts to the top where it is in several.
 */
export function suggestFoundPlace(districts: HTMLSelectElement, output: HTMLElement): void {
  const isReturn = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
  if (districts.value || isReturn?.type === "back_forward") return; // what was chosen then comes back by itself
  const found = new Set(getFoundDistricts());
  const options = [...districts.options].filter(({ value }) => found.has(value));
  const [only, another] = options;
  if (!only) return;
  if (another) {
    const group = document.createElement("optgroup");
    group.label = "The place you searched for";
    group.append(...options);
    districts.options[0]?.after(group);
    return;
  }
  only.selected = true;
  const update = () => {
    const chosen = districts.selectedOptions[0];
    output.textContent = chosen?.value ? `Your workplace: ${chosen.label}. You can change it below.` : "";
  };
  districts.addEventListener("change", update);
  update();
}
