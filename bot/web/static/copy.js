// Buttons that copy the text of an element; they appear only where copying works.

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break; // only pages that came over https may copy
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.copied;
  });
}
