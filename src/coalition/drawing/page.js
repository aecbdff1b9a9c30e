
"use strict";
// Makes picture and list answer each other. Everything shown is taken from the page itself.

const picture = document.querySelector("figure > svg");
const caption = document.getElementById("evidence");
const filter = document.getElementById("filter");
const count = document.querySelector("output");
const tags = [...picture.querySelectorAll(".tag")];
const titles = document.querySelectorAll("section h3");
const rows = [...document.querySelectorAll("ol > li")];
const rowOfTag = new Map(rows.filter(row => row.dataset.mark).map(row => [tags[row.dataset.mark], row]));
const tagOfRow = new Map([...rowOfTag].map(([tag, row]) => [row, tag]));
const invitation = "Point at a tag or tap it, or move through the list, to see what stands behind it.";
let lookedAt = null;

function look(row) {
  lookedAt?.classList.remove("looked-at");
  tagOfRow.get(lookedAt)?.classList.remove("looked-at");
  lookedAt = row;
  row?.classList.add("looked-at");
  const tag = tagOfRow.get(row);
  tag?.classList.add("looked-at");
  picture.classList.toggle("looking", Boolean(tag));
  caption.replaceChildren(...(row ? evidence(row) : [paragraph(invitation)]));
}

function evidence(row) {
  const name = paragraph("");
  name.className = "name";
  name.append(row.querySelector("bdi").cloneNode(true), row.querySelector(".value").cloneNode(true));
  return [name, row.querySelector("details").lastElementChild.cloneNode(true)];
}

function paragraph(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

function reveal(row) {
  // Scrolls the list alone: the page must not jump under somebody's pointer.
  const list = row.closest(".list");
  if (list.scrollHeight <= list.clientHeight) return;
  const inside = row.getBoundingClientRect(), frame = list.getBoundingClientRect();
  if (inside.top < frame.top) list.scrollTop -= frame.top - inside.top;
  // Of a row longer than the list its beginning is shown.
  const below = Math.min(inside.bottom - frame.bottom, inside.top - frame.top);
  if (below > 0) list.scrollTop += below;
}

function lookByTag(tag) {
  const row = rowOfTag.get(tag);
  look(row ?? null);
  if (row && !row.hidden) reveal(row);
}

function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function narrow() {
  const wanted = folded(filter.value.trim());
  const there = rows.filter(row => !row.classList.contains("absent"));
  let shown = 0;
  for (const row of there) {
    row.hidden = !folded(row.textContent).includes(wanted);
    shown += !row.hidden;
    tagOfRow.get(row)?.classList.toggle("found", !row.hidden);
  }
  for (const title of titles) {
    title.hidden = ![...title.nextElementSibling.children].some(row => !row.hidden);
  }
  picture.classList.toggle("filtering", wanted !== "");
  count.textContent = wanted ? `${shown} of ${there.length}` : `${there.length} tags`;
}

function clear() {
  filter.value = "";
  narrow();
  look(null);
}

function makeCurrent(tag) {
  // One stop of the Tab key for the whole picture; the arrow keys move inside it.
  for (const other of tags) other.setAttribute("tabindex", other === tag ? "0" : "-1");
}

function neighbour(tag, across, down) {
  const centre = element => {
    const box = element.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [x, y] = centre(tag);
  let best = null, least = Infinity;
  for (const other of tags.filter(other => !other.classList.contains("absent"))) {
    const [dx, dy] = centre(other).map((at, axis) => at - (axis ? y : x));
    const ahead = dx * across + dy * down, aside = Math.abs(dx * down) + Math.abs(dy * across);
    const cost = ahead + 2 * aside;
    if (other !== tag && ahead > 1 && cost < least) [best, least] = [other, cost];
  }
  return best;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function keyOnTag(event) {
  const tag = event.target.closest(".tag");
  if (event.key in ARROWS) {
    event.preventDefault();
    const next = neighbour(tag, ...ARROWS[event.key]);
    if (next) { makeCurrent(next); next.focus(); }
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    open(tag);
  }
}

function open(tag) {
  const row = rowOfTag.get(tag);
  if (!row) return;
  row.hidden = false;
  row.querySelector("details").open = true;
  reveal(row);
}

function keyInList(event) {
  const shown = rows.filter(row => !row.hidden);
  const at = shown.indexOf(event.target.closest("ol > li"));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
  if (to === undefined || (event.target === filter && event.key !== "ArrowDown")) return;
  event.preventDefault();
  (shown[to]?.querySelector("summary") ?? (to < 0 ? filter : null))?.focus();
}

function upgradePicture() {
  const [title, description] = picture.querySelectorAll(":scope > title, :scope > desc");
  picture.setAttribute("role", "group");
  picture.setAttribute("aria-label", `${title.textContent}. ${description.textContent}`);
  picture.removeAttribute("aria-labelledby");
  title.remove();  // as would those of the tags, it would cover the picture with a tooltip
  for (const tag of tags) {
    const label = tag.querySelector("title");
    tag.setAttribute("role", "button");
    tag.setAttribute("aria-label", label?.textContent ?? tag.textContent);
    label?.remove();
    tag.addEventListener("pointerenter", () => lookByTag(tag));
    tag.addEventListener("focus", () => { makeCurrent(tag); lookByTag(tag); });
    tag.addEventListener("click", () => { if (getSelection().isCollapsed) open(tag); });
    tag.addEventListener("keydown", keyOnTag);
  }
  makeCurrent(tags[0]);
  picture.addEventListener("pointerleave", () => { if (!picture.contains(document.activeElement)) look(null); });
}

upgradePicture();
for (const row of rows) {
  row.addEventListener("pointerenter", () => look(row));
  row.addEventListener("focusin", () => look(row));
}
filter.addEventListener("input", narrow);
document.querySelector("section").addEventListener("keydown", keyInList);
document.addEventListener("keydown", event => { if (event.key === "Escape") clear(); });
document.documentElement.classList.add("upgraded");
caption.hidden = filter.hidden = false;
narrow();
look(null);
