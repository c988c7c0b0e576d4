/* Consent is withdrawn as easily as it is given: the notice comes back when asked for. */
export function consent(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    delete document.documentElement.dataset.cookies;
    document.getElementById("cookies").focus();
  });
}
