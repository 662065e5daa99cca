"""The keys of a front matter that somebody reads, and those that the publishing system writes itself."""

from __future__ import annotations

from rulemark.document.misspelling import nearest

KNOWN = frozenset(
    """
    title titleSuffix description summary keywords author authors manager editor editors reviewer reviewers
    contributors contributors_to_exclude audience robots ROBOTS layout hide_comments hideEdit hide_bc uhfHeaderId
    no-loc noloc date updated version lang language tags category categories slug aliases draft published
    monikerRange monikers replace_monikers exclude_monikers is_archived archive_url current_version_url
    defaultMoniker zone_pivot_groups zone_pivot_group_filename zone-pivot-groups
    ms.author ms.assetid ms.audience ms.collection ms.contentlocale ms.custom ms.date ms.devlang ms.devlang.custom
    ms.lasthandoff ms.locfileid ms.localizationpriority ms.localizationpriority.custom ms.mktglfcycl
    ms.openlocfilehash ms.pagetype ms.prod ms.prod_service ms.product ms.reviewer ms.reviewers ms.search.form
    ms.search.industry ms.search.keywords ms.search.region ms.search.scope ms.search.validFrom ms.service
    ms.sitesec ms.sourcegitcommit ms.sub-service ms.subservice ms.subproduct ms.suite ms.technology ms.tgt_pltfrm
    ms.topic ms.translationtype ms.tocTitle ms.translation ms.update-cycle ms.version ms.workload ms.dyn365.ops.version
    ms.search.audience ms.editor ms.mod ms.category ms.copilot-scenario ms.assets ms.manager ms.contentid
    localization_priority priority search.appverid search.product search.audienceType search.app search.scope
    f1.keywords f1_keywords f1-keywords fwlink dev_langs helpviewer_keywords api_name api_type api_location
    topic_type product products apiScan api_scan open_to_public_contributors breadcrumb_path
    feedback_system feedback_product_url feedback_github_repo feedback_help_link_type feedback_help_link_url
    recommendations services service documentationcenter documentationCenter cloud tocTitle toc_preview toc
    redirect_url redirect_document_id ai-usage ai.usage appliesto appliesTo applies_to uid items additionalContent
    tocDepth metadata template type schema learn_banner_products permissions-type doc_type
    banner-text banner_text content_well_notification ms.subservice.custom show_latex appverid customer_intent
    customer-intent default_moniker extended_key_phrases key_phrases rules outputFileName no-index noindex
    scope subtitle image images experimental experiment_id experimental_interventions id name
    """.split()  # noqa: SIM905  # words read better as words
)
"""Keys that the tools of Microsoft Learn, or common tools for articles, read."""

RESERVED = frozenset(
    """
    content_type document_id ms.documentid internal_document_id locale ms.contentlang ms.locale product_family
    product_version search.ms_sitename search.ms_product search.ms_docsetname updated_at ms.publishtime toc_asset_id
    original_content_git_url ms.giturl original_ref_skeleton_git_url ms.gitsourceurl toc_rel site_name ms.sitename area
    theme theme_branch theme_url is_active gitcommit ms.gitcommit ref_skeleton_gitcommit ms.gitsourcecommit Product
    TopicType APIType APILocation APIName APIExtraInfo TargetOS sitemap_priority AmbientContext MN ms.auth ms.lang
    ms.loc ms.prodver ms.puidhash ms.contentsource depot_name ms.depotname pagetype ms.opspagetype word_count
    content_uri publish_version canonical_url relative_path_to_theme_resources is_dynamic_rendering
    need_preview_pull_request moniker_type is_significant_update document_version_independent_id serviceData is_hidden
    redirect_document_id
    """.split()  # noqa: SIM905  # words read better as words
)
"""Keys that only the publishing system may write."""

TRANSLATION_TYPES = frozenset({"Human Translation", "Machine Translation", "HT", "MT", "MTE", "MTE75", "MTE95"})
"""What `ms.translationtype` may be."""

SINGLE = frozenset({"title", "description", "monikerRange", "ms.topic", "ms.date", "ms.translationtype"})
"""Keys whose value is one text, never a list."""

_KNOWN_IN_ORDER = tuple(sorted(KNOWN))
_BY_LOWER = {key.lower(): key for key in _KNOWN_IN_ORDER}


def intended_key(key: str, *, further: frozenset[str] = frozenset()) -> str | None:
    """Return the known key that a writer meant by one that nobody reads, or None.

    Args:
        key: The key as written.
        further: Keys that the project reads besides.
    """
    known = KNOWN | RESERVED | further
    if key in known or len(key) < 5:
        return None
    if same := _BY_LOWER.get(key.lower()):
        return same
    return nearest(key, _KNOWN_IN_ORDER, 1 if len(key) < 9 else 2)
