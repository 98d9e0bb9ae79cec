// Puts what the server says now into the page a person is using. The old elements stay wherever the new ones are of
// the same kind, so focus, caret, scroll, opened details and words being typed stay too: the browser keeps them.

/** Makes `old` like `next`, keeping every element of `old` that can be kept. */
export function renew(old: Element, next: Element): void {
  renewAttributes(old, next);
  // What stands inside a hydrated island belongs to the island; it listens to hints itself.
  if (old.hasAttribute('data-island')) return;
  renewChildren(old, next);
}

// What a person has done to an element is theirs: opened details, and the key of a form they may be sending just now.
const isOurs = (element: Element, name: string) =>
  !(name === 'open' && /^(DETAILS|DIALOG)$/.test(element.tagName)) &&
  !(name === 'value' && (element === document.activeElement || element.getAttribute('name') === '_key'));

function renewAttributes(old: Element, next: Element): void {
  for (const { name } of [...old.attributes])
    if (!next.hasAttribute(name) && isOurs(old, name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes)
    if (old.getAttribute(name) !== value && isOurs(old, name)) old.setAttribute(name, value);
}

function renewChildren(old: Element, next: Element): void {
  const left = new Set(old.childNodes);
  // Walks the new children; `place` is where the next one must stand among the old.
  let place: ChildNode | null = old.firstChild;
  for (const wanted of [...next.childNodes]) {
    let kept: ChildNode | undefined;
    for (const one of left) {
      if (sameThing(one, wanted)) {
        kept = one;
        break;
      }
    }
    if (!kept) {
      old.insertBefore(document.importNode(wanted, true), place);
      continue;
    }
    left.delete(kept);
    if (kept === place) place = place.nextSibling;
    // Moving an element would take its focus, so the ones before it that are not wanted any more go instead.
    else if (place && kept.contains(document.activeElement)) {
      while (place && place !== kept) {
        const passed: ChildNode = place;
        place = place.nextSibling;
        old.append(passed);
      }
      place = kept.nextSibling;
    } else old.insertBefore(kept, place);
    if (kept instanceof Element) renew(kept, wanted as Element);
    else if (kept.nodeValue !== wanted.nodeValue) kept.nodeValue = wanted.nodeValue;
  }
  for (const one of left) one.remove();
}

const sameThing = (a: ChildNode, b: ChildNode) => a.nodeName === b.nodeName && keyOf(a) === keyOf(b);

// Words typed to one person must never slide into the form of another, so a form is the same only when it would send
// the same hidden values to the same place.
function keyOf(node: ChildNode): string {
  if (!(node instanceof Element)) return '';
  const own = ['id', 'data-row', 'data-island', 'action', 'formaction', 'href', 'name', 'type', 'for'];
  const marks = own.map((name) => node.getAttribute(name) ?? '');
  if (/^(radio|checkbox)$/.test(node.getAttribute('type') ?? ''))
    marks.push(node.getAttribute('value') ?? '');
  if (node.tagName === 'FORM') {
    for (const hidden of node.querySelectorAll('input[type=hidden]:not([name=_key])'))
      marks.push(`${hidden.getAttribute('name')}=${hidden.getAttribute('value')}`);
  }
  return marks.join('|');
}
