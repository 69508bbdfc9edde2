using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>Gives the rules of a form that say nothing of their own the words of the house: the framework's are English only.</summary>
internal sealed class FormWords : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            rule.ErrorMessage ??= rule switch
            {
                RequiredAttribute => "binding.required",
                StringLengthAttribute => "binding.long",
                AllowedValuesAttribute => "binding.choice",
                _ => throw new InvalidOperationException($"{rule.GetType().Name} of a form needs words of its own."),
            };
    }

    /// <summary>Words of a room, and those of the house for what it leaves to it.</summary>
    internal sealed class Of(IStringLocalizer room, IStringLocalizer house) : IStringLocalizer
    {
        public LocalizedString this[string name] => In(name)[name];

        public LocalizedString this[string name, params object[] arguments] => In(name)[name, arguments];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => room.GetAllStrings(includeParentCultures);

        private IStringLocalizer In(string name) => name.StartsWith("binding.", StringComparison.Ordinal) ? house : room;
    }
}
