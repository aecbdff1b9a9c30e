
// Steps through time: every tag stays in its place, as large as it was then, and the list follows.

const timeline = JSON.parse(document.getElementById("timeline").textContent);
const names = timeline.names, last = names.length - 1;
const slider = document.querySelector(".track input");
const [back, play, forth] = document.querySelectorAll(".moves button");
const EACH = 1300;  // milliseconds of a step that is played
const icons = { Play: "M8 5v14l11-7z", Pause: "M7 5h4v14H7zM13 5h4v14h-4z" };
let playing = null;

const changing = tags.map((tag, position) => {
  const { a, b, c, d, e, f } = tag.transform.baseVal.consolidate().matrix;
  const row = rowOfTag.get(tag);
  return { ...timeline.tags[position], tag, row, place: [a, b, c, d, e, f], rank: rows.indexOf(row),
           text: row.querySelector("bdi").textContent,
           sentences: [...row.querySelectorAll("details li")] };
});

function put(one, step) {
  const stage = one.stages.findLast(([from]) => from <= step);
  const [, size, share, colour, value, reason] = stage ?? [0, 0, 0];
  one.share = share;
  const [a, b, c, d, e, f] = one.place, [across, down] = one.middle.map(at => at * (1 - size));
  one.tag.style.transform =
    `matrix(${[a * size, b * size, c * size, d * size, e + across, f + down]})`;
  for (const element of [one.tag, one.row]) element.classList.toggle("absent", !stage);
  one.row.hidden = !stage;
  if (!stage) return;
  one.tag.setAttribute("fill", colour);
  one.tag.setAttribute("aria-label", `${one.text}: ${value}`);
  one.row.querySelector(".value").textContent = value;
  const bar = one.row.querySelector(".bar rect");
  bar.setAttribute("width", 100 * share);
  bar.setAttribute("fill", colour);
  one.sentences[0].textContent = reason;
  one.row.querySelector("details > ul")
    .replaceChildren(...one.sentences.filter((_, position) => one.since[position] <= step));
}

function rank() {
  changing.sort((one, other) => other.share - one.share || one.rank - other.rank);
  changing.forEach((one, position) => { one.row.querySelector(".rank").textContent = position + 1; });
  rows.splice(0, rows.length, ...changing.map(one => one.row));
  document.querySelector("ol").replaceChildren(...rows);
}

function show(step) {
  for (const one of changing) put(one, step);
  rank();
  slider.value = step;
  slider.setAttribute("aria-valuetext", names[step]);
  document.querySelector(".step").textContent = names[step];
  back.disabled = step === 0;
  forth.disabled = step === last;
  narrow();
  look(lookedAt?.classList.contains("absent") ? null : lookedAt);
  const current = tags.find(tag => tag.getAttribute("tabindex") === "0");
  if (current.classList.contains("absent")) makeCurrent(tagOfRow.get(rows[0]));
  picture.setAttribute("aria-label", `${document.title}, ${names[step]}. A tag cloud of ${count.value}.`);
}

function pause() {
  clearInterval(playing);
  playing = null;
  tell("Play");
}

function tell(label) {
  play.setAttribute("aria-label", label);
  play.querySelector("path").setAttribute("d", icons[label]);
}

function next() {
  show(Number(slider.value) + 1);
  if (Number(slider.value) === last) pause();
}

function start() {
  if (Number(slider.value) === last) show(0);
  tell("Pause");
  playing = setInterval(next, EACH);
}

slider.addEventListener("input", () => { pause(); show(Number(slider.value)); });
back.addEventListener("click", () => { pause(); show(Number(slider.value) - 1); });
forth.addEventListener("click", () => { pause(); show(Number(slider.value) + 1); });
play.addEventListener("click", () => playing ? pause() : start());
for (const part of document.querySelectorAll(".moves, .track")) part.hidden = false;
show(last);
