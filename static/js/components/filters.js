/* Facets stand open beside a wide list and fold into a sheet above a narrow one. */
export function filters(details) {
  const wide = matchMedia("(min-width: 64rem)");
  const fit = () => { details.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
}
